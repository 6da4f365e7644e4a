package io.rowcall.boot.state;

/**
 * Counts the rows that a scrollable result set has stood on, each once: made for a result set when
 * it is first moved other than to its next row.
 *
 * <p>Nobody knows how many rows there are, so rows are counted from the front and from the end, and
 * the larger count holds: {@code last()} before a pass makes no row of its own. Of rows apart from
 * each other only the last stretch is remembered.
 */
public final class VisitedRows {
  private static final int BEFORE_FIRST = 0;

  /** Rows from the end are {@code AFTER_LAST - 1} and below. */
  private static final int AFTER_LAST = -1;

  private final Stretch fromFront = new Stretch();
  private final Stretch fromEnd = new Stretch();
  private int at;
  private int reported;

  /** So many rows were read one after the other so far. */
  public VisitedRows(int rows) {
    at = rows;
    reported = rows;
    fromFront.readOn(rows);
  }

  /** {@code absolute}, {@code first} and {@code last}; returns how many rows are new. */
  public int to(int position, boolean row) {
    if (row) {
      at = position > 0 ? position : AFTER_LAST + position;
      return visit();
    }
    at = position > 0 ? AFTER_LAST : BEFORE_FIRST;
    return 0;
  }

  /** {@code next}, {@code previous} and {@code relative}; returns how many rows are new. */
  public int by(int rows, boolean row) {
    if (row) {
      at += rows;
      return visit();
    }
    at = rows > 0 ? AFTER_LAST : BEFORE_FIRST;
    return 0;
  }

  public void beforeFirst() {
    at = BEFORE_FIRST;
  }

  public void afterLast() {
    at = AFTER_LAST;
  }

  private int visit() {
    if (at > BEFORE_FIRST) {
      fromFront.visit(at);
    } else if (at < AFTER_LAST) {
      fromEnd.visit(AFTER_LAST - at);
    }
    int more = Math.max(fromFront.count(), fromEnd.count()) - reported;
    if (more <= 0) {
      return 0;
    }
    reported += more;
    return more;
  }

  /** Rows that were visited side by side, by their numbers from 1. */
  private static final class Stretch {
    private int first = 1;
    private int last;
    private int visited;
    private int farthest;

    void readOn(int rows) {
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
