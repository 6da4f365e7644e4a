package io.rowcall.sample.auth;

import io.rowcall.cache.Lease;
import io.rowcall.cache.TieredCache;
import io.rowcall.sample.catalog.CacheKeys;
import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks up session and user in one statement, and caches both.
 *
 * <p>A session that ends is accepted as long as its cache entry lives, five minutes at most.
 */
public final class OptimizedSessions implements Sessions {

  private final Jdbi jdbi;
  private final TieredCache cache;
  private final CacheKeys keys;

  public OptimizedSessions(Jdbi jdbi, TieredCache cache, CacheKeys keys) {
    this.jdbi = jdbi;
    this.cache = cache;
    this.keys = keys;
  }

  @Override
  public User authenticate(Request request) throws Exception {
    String key = Sessions.keyOf(request);
    return user(
        cache.get(
            keys.session(key),
            () -> {
              // Before the query, so that a user who is changed meanwhile is not remembered.
              Lease lease = cache.lease();
              User user = sessionUser(key);
              lease.put(keys.user(user.id(), User.class), user);
              return user.id();
            }));
  }

  @Override
  public User current(User authenticated) {
    return authenticated;
  }

  private User sessionUser(String key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT u.id, u.name, u.email, u.role, u.pipedrive_api_key, u.last_sync_at, u.sync_status
                    FROM auth_sessions s
                    JOIN users u ON u.id = s.user_id
                    WHERE s.session_key = ? AND s.expires_at > ?
                    """)
                .bind(0, key)
                .bind(1, Instant.now())
                .map((row, context) -> User.from(row))
                .findOne()
                .orElseThrow(HttpError::unauthorized));
  }

  private User user(String userId) throws Exception {
    return cache.get(
        keys.user(userId, User.class),
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT id, name, email, role, pipedrive_api_key, last_sync_at, sync_status
                            FROM users WHERE id = ?
                            """)
                        .bind(0, userId)
                        .map((row, context) -> User.from(row))
                        .findOne()
                        .orElseThrow(HttpError::unauthorized)));
  }
}
