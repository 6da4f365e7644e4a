package io.rowcall.sample.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Rate limiter with two counters per user, and no rows.
 *
 * <p>The sliding hour covers part of the previous fixed hour and the elapsed part of the current
 * one. Requests of the previous hour count in proportion to the part that is still covered, so that
 * a burst across the boundary is not let through twice. The number is exact if requests are spread
 * evenly, and off by the unevenness of the previous hour otherwise.
 *
 * <p>Thread-safe. Users without requests for two hours are removed.
 */
public final class SlidingWindow implements RateLimiter {

  private static final long WINDOW_NANOS = Duration.ofHours(1).toNanos();
  private static final long MAX_USERS = 1_000_000;

  private final Cache<String, Counters> users;
  private final Ticker ticker;
  private final int limit;

  public SlidingWindow(int limit, Ticker ticker) {
    this.limit = limit;
    this.ticker = ticker;
    users =
        Caffeine.newBuilder()
            .maximumSize(MAX_USERS)
            .expireAfterAccess(Duration.ofNanos(2 * WINDOW_NANOS))
            .ticker(ticker)
            .build();
  }

  @Override
  public Decision tryAcquire(String userId) {
    long now = ticker.read();
    return users.get(userId, user -> new Counters(now)).tryAcquire(now, limit);
  }

  long trackedUsers() {
    users.cleanUp();
    return users.estimatedSize();
  }

  private static final class Counters {

    private long windowStart;
    private long previous;
    private long current;

    Counters(long now) {
      windowStart = now;
    }

    synchronized Decision tryAcquire(long now, int limit) {
      slide(now);
      double covered = 1 - (double) (now - windowStart) / WINDOW_NANOS;
      double used = previous * covered + current;
      if (used + 1 > limit) {
        return new Decision(false, limit, 0, secondsUntilFree(now, limit));
      }
      current++;
      return new Decision(true, limit, (long) Math.floor(limit - used - 1), 1);
    }

    private void slide(long now) {
      long windows = (now - windowStart) / WINDOW_NANOS;
      if (windows > 0) {
        previous = windows == 1 ? current : 0;
        current = 0;
        windowStart += windows * WINDOW_NANOS;
      }
    }

    /** Returns the seconds until enough older requests have left the window. */
    private int secondsUntilFree(long now, int limit) {
      double nanos;
      if (previous > 0 && current + 1 <= limit) {
        double requiredCoverage = (limit - 1.0 - current) / previous;
        nanos = windowStart + (1 - requiredCoverage) * WINDOW_NANOS - now;
      } else {
        double requiredCoverage = (limit - 1.0) / Math.max(1, current);
        nanos = windowStart + WINDOW_NANOS + (1 - requiredCoverage) * WINDOW_NANOS - now;
      }
      return (int) Math.max(1, Math.ceil(nanos / 1e9));
    }
  }
}
