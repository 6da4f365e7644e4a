package io.rowcall.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A plain-text table. The first column is left-aligned, the others right-aligned. Only a trailing
 * free-text column is ever truncated.
 */
public final class Table {
  private static final int MAX_CELL = 70;

  /** A longer cell shifts the rest of its own row, not the whole column. */
  private static final int MAX_COLUMN = 120;

  /** The trailing text keeps at least this many characters. */
  private static final int MIN_TEXT = 40;

  private final List<String[]> rows = new ArrayList<>();
  private boolean trailingText;
  private int width = Integer.MAX_VALUE;

  public Table(String... headings) {
    rows.add(headings);
  }

  /** Makes the last column left-aligned text of any length. */
  public Table withTrailingText() {
    trailingText = true;
    return this;
  }

  /**
   * As {@link #withTrailingText()}, truncated to fit the line.
   *
   * @param lineWidth in characters
   */
  public Table withTrailingText(int lineWidth) {
    width = lineWidth;
    return withTrailingText();
  }

  public void addRow(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    int columns = rows.get(0).length;
    int aligned = trailingText ? columns - 1 : columns;
    var widths = new int[aligned];
    for (String[] row : rows) {
      for (int c = 0; c < aligned; c++) {
        widths[c] = Math.max(widths[c], Math.min(row[c].length(), MAX_COLUMN));
      }
    }
    int remaining = width - 2;
    for (int columnWidth : widths) {
      remaining -= columnWidth + 2;
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append("  ")
            .append(
                c < aligned
                    ? pad(row[c], widths[c], c > 0)
                    : truncate(row[c], Math.max(MIN_TEXT, remaining)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String pad(String cell, int width, boolean rightAligned) {
    String padding = " ".repeat(Math.max(0, width - cell.length()));
    return rightAligned ? padding + cell : cell + padding;
  }

  /** At most 70 characters. */
  public static String truncate(String cell) {
    return truncate(cell, MAX_CELL);
  }

  public static String truncate(String cell, int maxLength) {
    return cell.length() <= maxLength ? cell : cell.substring(0, maxLength - 3) + "...";
  }
}
