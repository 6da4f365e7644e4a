package io.rowcall.sample.limits;

import com.github.benmanes.caffeine.cache.Ticker;

/** Measures what a decision of the sliding window takes, in time and in memory, with many users. */
public final class LimiterScale {

  private LimiterScale() {}

  /**
   * One measurement.
   *
   * @param bytesPerUser heap after a collection, with the users against without them
   */
  public record Point(int users, int requests, double nanosPerRequest, double bytesPerUser) {}

  public static Point measure(int users, int requestsOfEach) {
    String[] ids = new String[users];
    for (int u = 0; u < users; u++) {
      ids[u] = "user-" + u;
    }
    long before = heap();
    var limiter = new SlidingWindow(1_000_000, Ticker.systemTicker());
    long start = System.nanoTime();
    for (int r = 0; r < requestsOfEach; r++) {
      for (String id : ids) {
        limiter.ask(id);
      }
    }
    double nanos = (double) (System.nanoTime() - start) / users / requestsOfEach;
    long remembered = limiter.usersRemembered();
    double bytes = (double) (heap() - before) / remembered;
    if (remembered != users || !limiter.ask(ids[0]).allowed()) {
      throw new IllegalStateException("the limiter forgot a user");
    }
    return new Point(users, users * requestsOfEach, nanos, bytes);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
