package io.rowcall.cli.gate;

/**
 * The most that a figure of an endpoint may be.
 *
 * @param tolerance what is borne above it
 * @param minRequests an endpoint that was asked less often is only warned of
 * @param level what becomes of more
 * @param where {@code budget.yml:12}
 * @param at the number in the file
 */
record Limit(
    double max, Tolerance tolerance, long minRequests, Level level, String where, TextRange at) {

  static Limit of(double max) {
    return new Limit(max, Tolerance.NONE, 0, Level.ERROR, "the run", TextRange.NONE);
  }

  Limit atMost(Level most) {
    return new Limit(
        max, tolerance, minRequests, level.compareTo(most) < 0 ? level : most, where, at);
  }

  boolean isPassedBy(double measured) {
    return level != Level.OFF && measured > tolerance.above(max);
  }

  /**
   * {@code 20 + 10 % allowed (budget.yml:12)}.
   *
   * @param unit {@code " ms"}, or empty
   */
  String allowed(String unit) {
    return NumberText.plain(max) + unit + tolerance.inWords() + " allowed (" + where + ")";
  }
}
