package io.rowcall.gate;

import io.rowcall.text.NumberText;

/**
 * Allowed excess over a limit.
 *
 * @param value 0 or more
 * @param percent whether the value is a percentage of the limit; otherwise it has the limit's unit
 */
record Tolerance(double value, boolean percent) {
  static final Tolerance NONE = new Tolerance(0, false);

  /** The limit plus this tolerance. */
  double addTo(double max) {
    return max + (percent ? max * value / 100 : value);
  }

  /** {@code " + 10 %"}; empty for no tolerance. */
  String describe() {
    return value == 0 ? "" : " + " + NumberText.plain(value) + (percent ? " %" : "");
  }
}
