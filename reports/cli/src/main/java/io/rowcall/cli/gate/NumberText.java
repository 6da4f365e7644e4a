package io.rowcall.cli.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people: no exponent, no needless zeros. */
final class NumberText {
  private NumberText() {}

  /** To two places. */
  static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code 1 warning}, {@code 2 warnings}, {@code 2 queries}. */
  static String count(long number, String what) {
    if (number == 1) {
      return "1 " + what;
    }
    String stem = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ie" : what;
    return number + " " + stem + (what.endsWith("s") ? "es" : "s");
  }
}
