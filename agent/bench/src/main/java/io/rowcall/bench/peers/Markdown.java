package io.rowcall.bench.peers;

import java.util.Locale;

/** Markdown text, and figures as its cells. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown line(String pattern, Object... values) {
    text.append(values.length == 0 ? pattern : format(pattern, values)).append('\n');
    return this;
  }

  Markdown header(String... cells) {
    row(cells);
    text.append("|---".repeat(cells.length)).append("|\n");
    return this;
  }

  void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Median (minimum–maximum) in a unit. */
  static String spread(Series series, double unit, int decimals) {
    String number = "%." + decimals + "f";
    return series.isEmpty()
        ? ""
        : format(
            number + " (" + number + "–" + number + ")",
            series.median() / unit,
            series.min() / unit,
            series.max() / unit);
  }

  /** A number; empty for NaN. */
  static String number(double value, int decimals) {
    return Double.isNaN(value) ? "" : format("%." + decimals + "f", value);
  }

  /** A share with its sign; empty for NaN. */
  static String percent(double share) {
    return Double.isNaN(share) ? "" : format("%+.0f %%", 100 * share);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
