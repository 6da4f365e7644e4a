package io.rowcall.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats numbers for people: no exponents, no trailing zeros. */
public final class NumberText {
  private NumberText() {}

  /** Rounded to two decimals. */
  public static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code 1 warning}, {@code 2 warnings}, {@code 2 queries}. */
  public static String count(long number, String noun) {
    if (number == 1) {
      return "1 " + noun;
    }
    String stem = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ie" : noun;
    return number + " " + stem + (noun.endsWith("s") ? "es" : "s");
  }

  /** The part of a message about JVMs whose report is not final. */
  public static String unfinishedJvms(long count) {
    return count(count, "JVM")
        + (count == 1 ? " has" : " have")
        + " not written a final report: killed, or still running";
  }
}
