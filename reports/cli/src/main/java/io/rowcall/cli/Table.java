package io.rowcall.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns: the first column to the left, numbers to the right. */
public final class Table {
  private static final int MAX_CELL = 70;

  private final List<String[]> rows = new ArrayList<>();
  private boolean textAtEnd;

  public Table(String... headings) {
    rows.add(headings);
  }

  /** The last column is a text of any length, to the left. */
  public Table textAtEnd() {
    textAtEnd = true;
    return this;
  }

  public void row(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int columns = rows.get(0).length;
    int aligned = textAtEnd ? columns - 1 : columns;
    var widths = new int[aligned];
    for (String[] row : rows) {
      for (int c = 0; c < aligned; c++) {
        widths[c] = Math.max(widths[c], Math.min(row[c].length(), MAX_CELL));
      }
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append("  ").append(c < aligned ? padded(cut(row[c]), widths[c], c > 0) : row[c]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String cell, int width, boolean toTheRight) {
    String pad = " ".repeat(width - cell.length());
    return toTheRight ? pad + cell : cell + pad;
  }

  public static String cut(String cell) {
    return cell.length() <= MAX_CELL ? cell : cell.substring(0, MAX_CELL - 3) + "...";
  }
}
