package io.rowcall.cli.merge;

/** Sums that do not depend on their order. */
final class OrderFreeSums {
  private static final double NANOS = 1e6;

  private OrderFreeSums() {}

  /** Of two counts; what is too large for a {@code long} stays the largest. */
  static long of(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /**
   * Of two times in milliseconds, added as whole nanoseconds: what agents write are such. Exact for
   * sums of up to 2<sup>52</sup> ns, 52 days.
   */
  static double ofMillis(double a, double b) {
    return of(nanos(a), nanos(b)) / NANOS;
  }

  /** Of a time in milliseconds. */
  static long nanos(double millis) {
    return Math.round(millis * NANOS);
  }
}
