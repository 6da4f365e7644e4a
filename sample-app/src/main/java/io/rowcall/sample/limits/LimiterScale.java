package io.rowcall.sample.limits;

import com.github.benmanes.caffeine.cache.Ticker;

/** Measures time and memory per decision of the sliding window, with many users. */
public final class LimiterScale {

  private LimiterScale() {}

  /**
   * Measurement.
   *
   * @param bytesPerUser heap after a collection, with minus without the users
   */
  public record Point(int users, int requests, double nanosPerRequest, double bytesPerUser) {}

  public static Point measure(int users, int requestsPerUser) {
    String[] ids = new String[users];
    for (int u = 0; u < users; u++) {
      ids[u] = "user-" + u;
    }
    long before = heap();
    var limiter = new SlidingWindow(1_000_000, Ticker.systemTicker());
    long start = System.nanoTime();
    for (int r = 0; r < requestsPerUser; r++) {
      for (String id : ids) {
        limiter.tryAcquire(id);
      }
    }
    double nanos = (double) (System.nanoTime() - start) / users / requestsPerUser;
    long remembered = limiter.trackedUsers();
    double bytes = (double) (heap() - before) / remembered;
    if (remembered != users || !limiter.tryAcquire(ids[0]).allowed()) {
      throw new IllegalStateException("the limiter forgot a user");
    }
    return new Point(users, users * requestsPerUser, nanos, bytes);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
