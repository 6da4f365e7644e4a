package io.rowcall.sample.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads all of the user's requests of the last hour, counts them, and inserts this one: 2
 * statements per request.
 */
public final class BaselineRateLimiter implements RateLimiter {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final Clock clock;
  private final int limit;

  public BaselineRateLimiter(Jdbi jdbi, Clock clock, int limit) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public Decision tryAcquire(String userId) {
    Instant now = clock.instant();
    return jdbi.withHandle(
        handle -> {
          List<Instant> hits =
              handle
                  .createQuery(
                      "SELECT hit_at FROM rate_limit_hits WHERE user_id = ? AND hit_at > ?")
                  .bind(0, userId)
                  .bind(1, now.minus(WINDOW))
                  .mapTo(Instant.class)
                  .list();
          if (hits.size() >= limit) {
            Instant oldest = hits.stream().min(Instant::compareTo).orElse(now);
            long seconds = Duration.between(now, oldest.plus(WINDOW)).toSeconds();
            return new Decision(false, limit, 0, (int) Math.max(1, seconds));
          }
          handle
              .createUpdate("INSERT INTO rate_limit_hits (user_id, hit_at) VALUES (?, ?)")
              .bind(0, userId)
              .bind(1, now)
              .execute();
          return new Decision(true, limit, limit - hits.size() - 1L, 1);
        });
  }
}
