package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each row that a scrollable result set stands on is counted once. */
final class VisitedRowsTest {

  @Test
  void countsNoRowAgainInASecondPass() {
    var rows = new VisitedRows("owner", 25);
    rows.moveBeforeFirst();
    assertEquals(0, pass(rows, 25));
  }

  @Test
  void countsRowsByTheirNumbers() {
    var rows = new VisitedRows("owner", 0);
    int count = 0;
    for (int i = 1; i <= 25; i++) {
      count += rows.moveTo(i, true);
    }
    assertEquals(25, count + rows.moveTo(26, false));
  }

  @Test
  void countsRowsFromTheEnd() {
    var rows = new VisitedRows("owner", 0);
    rows.moveAfterLast();
    int count = 0;
    for (int i = 1; i <= 25; i++) {
      count += rows.moveBy(-1, true);
    }
    count += rows.moveBy(-1, false);
    assertEquals(25, count + pass(rows, 25));
  }

  @Test
  void countsTheLastRowOnceIfAPassFollows() {
    var rows = new VisitedRows("owner", 0);
    int count = rows.moveTo(-1, true);
    rows.moveBeforeFirst();
    assertEquals(25, count + pass(rows, 25));
  }

  @Test
  void countsOnlyTheRowsOfADistantPage() {
    var rows = new VisitedRows("owner", 0);
    assertEquals(20, rows.moveTo(1001, true) + pass(rows, 19));
  }

  @Test
  void countsRowsThatAreNotAdjacentOnce() {
    var rows = new VisitedRows("owner", 0);
    int count = 0;
    for (int i = 0; i < 50; i++) {
      count += rows.moveTo(1, true) + rows.moveTo(5, true);
    }
    assertEquals(2, count);
  }

  @Test
  void countsRowsFromBothEndsOnceTheirNumberIsKnown() {
    var rows = new VisitedRows("owner", 0);
    int count = rows.moveTo(1, true) + rows.moveTo(2, true) + rows.moveTo(-1, true);
    assertEquals(2, count);
    count += rows.moveTo(25, true) + rows.moveBy(1, false);
    assertEquals(3, count, "rows 1, 2 and 25");
  }

  /** The usual way to count the rows of a result: last, getRow, and back to the start. */
  @Test
  void learnsTheNumberOfRowsByTheRowItIsOn() {
    var rows = new VisitedRows("owner", 0);
    int count = rows.moveTo(1, true) + rows.moveTo(-1, true) + rows.onRow(25);
    assertEquals(2, count);
    rows.moveBeforeFirst();
    assertEquals(23, pass(rows, 25));
  }

  /** Any moves over any result: never more than the rows visited, all of them once known. */
  @Test
  void countsDistinctRowsOfRandomMoves() {
    for (int seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var result = new ScrollableResult(1 + random.nextInt(30));
      int count = 0;
      for (int i = random.nextInt(40); i > 0; i--) {
        count += result.move(random);
      }
      assertTrue(count <= result.visited.cardinality(), "too many with seed " + seed);
      count += result.moveOffTheLastRow();
      assertEquals(result.visited.cardinality(), count, "seed " + seed);
    }
  }

  /** A result of a known number of rows, on which the cursor of {@link VisitedRows} moves. */
  private static final class ScrollableResult {
    private final int total;
    private final BitSet visited = new BitSet();
    private final VisitedRows rows = new VisitedRows("owner", 0);
    private int cursor;

    private ScrollableResult(int total) {
      this.total = total;
    }

    private int move(Random random) {
      switch (random.nextInt(7)) {
        case 0:
        case 1:
          return rows.moveBy(1, moveTo(cursor + 1));
        case 2:
          return rows.moveBy(-1, moveTo(cursor - 1));
        case 3:
          int position = random.nextInt(total + 8) - 4;
          boolean onRow = moveTo(position >= 0 ? position : total + 1 + position);
          return position == 0 ? beforeFirst() : rows.moveTo(position, onRow);
        case 4:
          moveTo(total);
          return rows.moveTo(-1, true);
        case 5:
          int distance = random.nextInt(7) - 3;
          return rows.moveBy(distance, moveTo(cursor + distance));
        default:
          return random.nextBoolean() ? beforeFirst() : afterLast();
      }
    }

    private int beforeFirst() {
      moveTo(0);
      rows.moveBeforeFirst();
      return 0;
    }

    private int afterLast() {
      moveTo(total + 1);
      rows.moveAfterLast();
      return 0;
    }

    private boolean moveTo(int row) {
      cursor = Math.max(0, Math.min(total + 1, row));
      boolean onRow = cursor > 0 && cursor <= total;
      visited.set(cursor, visited.get(cursor) || onRow);
      return onRow;
    }

    private int moveOffTheLastRow() {
      moveTo(total);
      int count = rows.moveTo(total, true);
      moveTo(total + 1);
      return count + rows.moveBy(1, false);
    }
  }

  private static int pass(VisitedRows rows, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += rows.moveBy(1, true);
    }
    return count + rows.moveBy(1, false);
  }
}
