package io.rowcall.sample.http;

import io.rowcall.sample.db.QueryClock;

/**
 * Cost of a request in milliseconds, as part of its body. It is the only part in which a cached
 * body differs from a fresh one.
 *
 * @param queryTime time with at least one statement running
 */
public record Performance(double queryTime, boolean cacheHit, double totalTime) {

  public static Started start() {
    return new Started(System.nanoTime());
  }

  /** Request in progress. */
  public record Started(long nanos) {

    public Performance performance(boolean cacheHit) {
      double total = (System.nanoTime() - nanos) / 1e6;
      return new Performance(
          rounded(Math.min(QueryClock.currentMillis(), total)), cacheHit, rounded(total));
    }
  }

  private static double rounded(double millis) {
    return Math.round(millis * 1000) / 1000.0;
  }
}
