package io.rowcall.cli.gate;

/**
 * By how much a limit may be passed.
 *
 * @param value of 0 or more
 * @param percent whether it is a share of the limit; else it has the limit's unit
 */
record Tolerance(double value, boolean percent) {
  static final Tolerance NONE = new Tolerance(0, false);

  /** The most that is borne. */
  double above(double max) {
    return max + (percent ? max * value / 100 : value);
  }

  /** {@code " + 10 %"}; empty when there is none. */
  String inWords() {
    return value == 0 ? "" : " + " + NumberText.plain(value) + (percent ? " %" : "");
  }
}
