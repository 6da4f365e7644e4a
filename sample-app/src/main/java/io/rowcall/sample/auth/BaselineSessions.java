package io.rowcall.sample.auth;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Request;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Looks up the session, then its user, then the same user again for each field that is needed. */
public final class BaselineSessions implements Sessions {

  private final Jdbi jdbi;

  public BaselineSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public User authenticate(Request request) {
    String key = Sessions.keyOf(request);
    return jdbi.withHandle(
        handle -> {
          String userId =
              handle
                  .createQuery(
                      "SELECT user_id FROM auth_sessions WHERE session_key = ? AND expires_at > ?")
                  .bind(0, key)
                  .bind(1, Instant.now())
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(HttpError::unauthorized);
          return user(userId);
        });
  }

  @Override
  public User current(User authenticated) {
    return user(authenticated.id());
  }

  private User user(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM users WHERE id = ?")
                .bind(0, userId)
                .map((row, context) -> User.from(row))
                .findOne()
                .orElseThrow(HttpError::unauthorized));
  }
}
