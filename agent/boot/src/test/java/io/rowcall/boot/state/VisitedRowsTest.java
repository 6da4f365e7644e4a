package io.rowcall.boot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void countsAtMostTheRowsThereAreForAlternatingMoves() {
    var rows = new VisitedRows("owner", 0);
    int count = 0;
    for (int i = 0; i < 50; i++) {
      count += rows.moveTo(1, true) + rows.moveTo(5, true);
    }
    assertEquals(5, count);
  }

  private static int pass(VisitedRows rows, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += rows.moveBy(1, true);
    }
    return count + rows.moveBy(1, false);
  }
}
