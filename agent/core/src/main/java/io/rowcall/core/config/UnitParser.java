package io.rowcall.core.config;

/** Parser of whole numbers and of durations such as {@code 200ms}. */
final class UnitParser {
  private UnitParser() {}

  /**
   * @return the number, or -1 if the text is not one
   */
  static long wholeNumber(String text) {
    String digits = text.trim();
    if (digits.isEmpty() || digits.length() > 15) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  /**
   * @param text such as 200ms, 1s, 5m, 2h
   * @return nanoseconds, or -1 if the text is not a duration
   */
  static long nanos(String text) {
    String trimmed = text.trim();
    int unit = trimmed.length();
    while (unit > 0 && Character.isLetter(trimmed.charAt(unit - 1))) {
      unit--;
    }
    long number = wholeNumber(trimmed.substring(0, unit));
    long nanos = nanosOf(trimmed.substring(unit));
    return number < 0 || nanos < 0 || number > Long.MAX_VALUE / nanos ? -1 : number * nanos;
  }

  private static long nanosOf(String unit) {
    switch (unit) {
      case "ms":
        return 1_000_000L;
      case "s":
        return 1_000_000_000L;
      case "m":
        return 60_000_000_000L;
      case "h":
        return 3_600_000_000_000L;
      default:
        return -1;
    }
  }
}
