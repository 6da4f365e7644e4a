package io.rowcall.merge;

/** Addition that is associative and commutative, so that the order of reports does not matter. */
final class OrderFreeSums {
  private static final double NANOS_PER_MILLI = 1e6;

  private OrderFreeSums() {}

  /** Adds two counts; saturates at {@link Long#MAX_VALUE}. */
  static long add(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /**
   * Adds two times in milliseconds as whole nanoseconds, which is what agents write. Exact up to
   * 2<sup>52</sup> ns, 52 days.
   */
  static double addMillis(double a, double b) {
    return add(toNanos(a), toNanos(b)) / NANOS_PER_MILLI;
  }

  static long toNanos(double millis) {
    return Math.round(millis * NANOS_PER_MILLI);
  }
}
