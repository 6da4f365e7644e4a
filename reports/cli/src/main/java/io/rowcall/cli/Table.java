package io.rowcall.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns: the first column to the left, numbers to the right, the last one as it is. */
final class Table {
  private static final int MAX_CELL = 70;
  private final List<String[]> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(headings);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int columns = rows.get(0).length;
    var widths = new int[columns];
    for (String[] row : rows) {
      for (int c = 0; c < columns - 1; c++) {
        widths[c] = Math.max(widths[c], Math.min(row[c].length(), MAX_CELL));
      }
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      var line = new StringBuilder("  ");
      for (int c = 0; c < columns; c++) {
        String cell = c < columns - 1 ? cut(row[c]) : row[c];
        String pad = " ".repeat(Math.max(0, widths[c] - cell.length()));
        line.append(c == 0 ? cell + pad : c < columns - 1 ? pad + cell : cell);
        line.append(c < columns - 1 ? "  " : "");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  static String cut(String cell) {
    return cell.length() <= MAX_CELL ? cell : cell.substring(0, MAX_CELL - 3) + "...";
  }
}
