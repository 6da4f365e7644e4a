package io.rowcall.cli;

import java.util.Locale;

/** Text of a report as a terminal may have it. */
public final class Plain {
  private Plain() {}

  /** In one line, without anything that a terminal would obey. */
  public static String line(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, ' ');
      }
    }
    return plain == null ? text : plain.toString();
  }

  public static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  public static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
  }

  public static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
