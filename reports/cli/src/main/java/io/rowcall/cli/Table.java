package io.rowcall.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns: the first column to the left, numbers to the right. No cell is cut but a text at
 * the end.
 */
public final class Table {
  private static final int MAX_CELL = 70;

  /** A longer cell moves the rest of its own row, and no other's. */
  private static final int MAX_COLUMN = 120;

  /** So much of the text at the end is always shown. */
  private static final int MIN_TEXT = 40;

  private final List<String[]> rows = new ArrayList<>();
  private boolean textAtEnd;
  private int width = Integer.MAX_VALUE;

  public Table(String... headings) {
    rows.add(headings);
  }

  /** The last column is a text of any length, to the left. */
  public Table textAtEnd() {
    textAtEnd = true;
    return this;
  }

  /** As {@link #textAtEnd()}, in lines of so many columns. */
  Table textAtEnd(int columns) {
    width = columns;
    return textAtEnd();
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
        widths[c] = Math.max(widths[c], Math.min(row[c].length(), MAX_COLUMN));
      }
    }
    int room = width - 2;
    for (int each : widths) {
      room -= each + 2;
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append("  ")
            .append(
                c < aligned
                    ? padded(row[c], widths[c], c > 0)
                    : cut(row[c], Math.max(MIN_TEXT, room)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String cell, int width, boolean toTheRight) {
    String pad = " ".repeat(Math.max(0, width - cell.length()));
    return toTheRight ? pad + cell : cell + pad;
  }

  public static String cut(String cell) {
    return cut(cell, MAX_CELL);
  }

  static String cut(String cell, int most) {
    return cell.length() <= most ? cell : cell.substring(0, most - 3) + "...";
  }
}
