package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * Counter of the distinct rows that a scrollable cursor has visited. Created when a result set is
 * first moved other than to its next row.
 *
 * <p>Some moves count from the front and some from the end, such as {@code last()}. Once a move
 * runs off a known row, the number of rows is known, and with it every position. Until then, a row
 * may have been visited from both sides, so only the larger number of visits is certain. The count
 * never exceeds the distinct rows.
 */
public final class VisitedRows {
  private static final int BEFORE_FIRST = 0;

  /** Rows from the end are {@code AFTER_LAST - 1} and below. */
  private static final int AFTER_LAST = -1;

  private static final int UNKNOWN = -1;

  /** The request that executed the query, or its statement outside of requests. */
  final @Nullable Object owner;

  private final RowRanges fromFront = new RowRanges();
  private final RowRanges fromEnd = new RowRanges();
  private int cursor;
  private int total = UNKNOWN;
  private int reported;

  /**
   * @param owner of the result set so far
   * @param rows rows read one after the other so far
   */
  public VisitedRows(@Nullable Object owner, int rows) {
    this.owner = owner;
    cursor = rows;
    reported = rows;
    fromFront.add(1, rows);
  }

  /**
   * After {@code absolute}, {@code first}, or {@code last}.
   *
   * @param onRow whether the cursor is on a row now
   * @return rows that were not visited before
   */
  public int moveTo(int position, boolean onRow) {
    if (onRow) {
      cursor = position > 0 ? position : AFTER_LAST + position;
      return visit();
    }
    cursor = position > 0 ? AFTER_LAST : BEFORE_FIRST;
    return 0;
  }

  /**
   * After {@code next}, {@code previous}, or {@code relative}.
   *
   * @param onRow whether the cursor is on a row now
   * @return rows that were not visited before
   */
  public int moveBy(int rows, boolean onRow) {
    if (onRow) {
      cursor += rows;
      return visit();
    }
    if (rows == 1 && cursor > BEFORE_FIRST) {
      total = cursor;
    } else if (rows == -1 && cursor < AFTER_LAST) {
      total = AFTER_LAST - cursor;
    }
    if (rows != 0) {
      cursor = rows > 0 ? AFTER_LAST : BEFORE_FIRST;
    }
    return report();
  }

  /**
   * After {@code getRow}, by which an application learns the number of rows.
   *
   * @param row on which the cursor is, from 1; 0 when it is on none
   * @return rows that are now known to be other ones than those visited before
   */
  public int onRow(int row) {
    if (row <= 0) {
      return 0;
    }
    if (cursor < AFTER_LAST) {
      total = row + (AFTER_LAST - cursor) - 1;
    }
    cursor = row;
    return visit();
  }

  public void moveBeforeFirst() {
    cursor = BEFORE_FIRST;
  }

  public void moveAfterLast() {
    cursor = AFTER_LAST;
  }

  private int visit() {
    if (cursor > BEFORE_FIRST) {
      fromFront.add(cursor);
    } else if (cursor < AFTER_LAST) {
      fromEnd.add(AFTER_LAST - cursor);
    }
    return report();
  }

  private int report() {
    if (total != UNKNOWN) {
      fromFront.addFromEnd(fromEnd, total);
    }
    int added = Math.max(fromFront.rows(), fromEnd.rows()) - reported;
    if (added <= 0) {
      return 0;
    }
    reported += added;
    return added;
  }
}
