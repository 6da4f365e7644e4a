package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * Counter of the distinct rows that a scrollable cursor has visited. Created when a result set is
 * first moved other than to its next row.
 *
 * <p>The number of rows is unknown, so visits are counted from the front and from the end, and the
 * larger count is taken: {@code last()} before a pass does not count as a row of its own. Of rows
 * that are not adjacent, only the latest range is remembered.
 */
public final class VisitedRows {
  private static final int BEFORE_FIRST = 0;

  /** Rows from the end are {@code AFTER_LAST - 1} and below. */
  private static final int AFTER_LAST = -1;

  /** The request that executed the query, or its statement outside of requests. */
  final @Nullable Object owner;

  private final Range fromFront = new Range();
  private final Range fromEnd = new Range();
  private int cursor;
  private int reported;

  /**
   * @param owner of the result set so far
   * @param rows rows read one after the other so far
   */
  public VisitedRows(@Nullable Object owner, int rows) {
    this.owner = owner;
    cursor = rows;
    reported = rows;
    fromFront.readSequentially(rows);
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
    cursor = rows > 0 ? AFTER_LAST : BEFORE_FIRST;
    return 0;
  }

  public void moveBeforeFirst() {
    cursor = BEFORE_FIRST;
  }

  public void moveAfterLast() {
    cursor = AFTER_LAST;
  }

  private int visit() {
    if (cursor > BEFORE_FIRST) {
      fromFront.visit(cursor);
    } else if (cursor < AFTER_LAST) {
      fromEnd.visit(AFTER_LAST - cursor);
    }
    int added = Math.max(fromFront.count(), fromEnd.count()) - reported;
    if (added <= 0) {
      return 0;
    }
    reported += added;
    return added;
  }

  /** Adjacent rows that were visited, by number from 1. */
  private static final class Range {
    private int first = 1;
    private int last;
    private int visited;
    private int farthest;

    void readSequentially(int rows) {
      last = rows;
      visited = rows;
      farthest = rows;
    }

    void visit(int row) {
      if (row >= first && row <= last) {
        return;
      }
      if (row == last + 1) {
        last = row;
      } else if (row == first - 1) {
        first = row;
      } else {
        first = row;
        last = row;
      }
      visited++;
      farthest = Math.max(farthest, row);
    }

    int count() {
      return Math.min(visited, farthest);
    }
  }
}
