package io.rowcall.load.output;

import java.util.List;
import java.util.Locale;

/** Plain-text table with aligned columns: the first to the left, all others to the right. */
public final class TextTable {

  private TextTable() {}

  public static String of(List<String[]> rows) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        String gap = " ".repeat(widths[i] - row[i].length());
        text.append(i == 0 ? row[i] + gap : "  " + gap + row[i]);
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
