package io.rowcall.gate;

import io.rowcall.text.NumberText;

/**
 * Upper limit of a figure of an endpoint.
 *
 * @param minRequests with fewer requests, an exceeded limit is only a warning
 * @param level of an exceeded limit
 * @param origin {@code budget.yml:12}
 * @param range of the number in the file
 */
record Limit(
    double max,
    Tolerance tolerance,
    long minRequests,
    Level level,
    String origin,
    TextRange range) {

  /** A limit derived from a run instead of a file. */
  static Limit of(double max) {
    return new Limit(max, Tolerance.NONE, 0, Level.ERROR, "the run", TextRange.NONE);
  }

  /** A copy whose level is no higher than the given one. */
  Limit atMost(Level highest) {
    Level capped = level.compareTo(highest) < 0 ? level : highest;
    return new Limit(max, tolerance, minRequests, capped, origin, range);
  }

  boolean isExceededBy(double measured) {
    return level != Level.OFF && measured > tolerance.addTo(max);
  }

  /**
   * {@code 20 + 10 % allowed (budget.yml:12)}.
   *
   * @param unit {@code " ms"}, or empty
   */
  String describeAllowed(String unit) {
    return NumberText.plain(max) + unit + tolerance.describe() + " allowed (" + origin + ")";
  }
}
