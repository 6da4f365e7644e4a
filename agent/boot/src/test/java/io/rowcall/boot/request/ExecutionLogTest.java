package io.rowcall.boot.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExecutionLogTest {
  private static final SqlStatement SELECT = new SqlStatement(1, 7, "SELECT 1 FROM a", null);
  private static final SqlStatement UPDATE = new SqlStatement(300, 8, "UPDATE a SET b = ?", null);

  private final ExecutionLog log = new ExecutionLog();

  @Test
  void keepsARowPerExecutionAndCountsRepeats() {
    assertEquals(1, log.append(SELECT, 10, 3, 42, 0, false));
    assertEquals(1, log.append(UPDATE, 20, 4, 43, 5, true));
    assertEquals(2, log.append(SELECT, 30, 5, 44, 0, false));
    log.addRowsRead(2, 9);

    assertEquals(3, log.size());
    assertEquals(12, log.executionNanos());
    assertEquals(UPDATE, log.statement(1));
    assertEquals(20, log.startNanos(1));
    assertEquals(4, log.elapsedNanos(1));
    assertEquals(43, log.bindHash(1));
    assertEquals(5, log.batchSize(1));
    assertTrue(log.isFailed(1));
    assertFalse(log.isFailed(2));
    assertEquals(9, log.rowsRead(2));
    assertEquals(2, log.repeats(SELECT));
  }

  @Test
  void keepsOnlySumsBeyondItsRows() {
    for (int i = 0; i < ExecutionLog.COMMON_ROWS + 10; i++) {
      log.append(SELECT, i, 2, 0, 3, i >= ExecutionLog.COMMON_ROWS + 8);
    }

    assertEquals(ExecutionLog.COMMON_ROWS, log.size());
    assertEquals(ExecutionLog.COMMON_ROWS + 10, log.executions());
    assertEquals(2 * (ExecutionLog.COMMON_ROWS + 10), log.executionNanos());
    Overflow overflow = overflow(log);
    assertEquals(10, overflow.executions[1]);
    assertEquals(20, overflow.nanos[1]);
    assertEquals(30, overflow.batched[1]);
    assertEquals(2, overflow.errors[1]);
    assertFalse(log.endsWith(SELECT), "the last execution has no row");
  }

  @Test
  void reservesRowsForTheFirstExecutionsOfEachStatement() {
    for (int i = 0; i < ExecutionLog.COMMON_ROWS + 10; i++) {
      log.append(SELECT, i, 1, 0, 0, false);
    }
    for (int i = 0; i < ExecutionLog.RESERVED_PER_STATEMENT + 5; i++) {
      log.append(UPDATE, i, 1, 0, 0, false);
      assertEquals(i < ExecutionLog.RESERVED_PER_STATEMENT, log.endsWith(UPDATE));
      log.append(SELECT, i, 1, 0, 0, false);
      assertFalse(log.isLastLogged());
    }

    assertEquals(ExecutionLog.COMMON_ROWS + ExecutionLog.RESERVED_PER_STATEMENT, log.size());
    Overflow overflow = overflow(log);
    assertEquals(5, overflow.executions[UPDATE.ordinal]);
    assertEquals(10 + ExecutionLog.RESERVED_PER_STATEMENT + 5, overflow.executions[SELECT.ordinal]);
  }

  @Test
  void keepsNoMoreThanItsRowsOfManyStatements() {
    int executions = 2 * ExecutionLog.MAX_ROWS;
    for (int i = 0; i < executions; i++) {
      log.append(new SqlStatement(1 + i % 500, i, "SELECT ?", null), i, 1, 0, 0, false);
    }

    assertEquals(ExecutionLog.MAX_ROWS, log.size());
    assertEquals(executions, log.executions());
  }

  @Test
  void addsTheOverflowOfAnotherLogWithoutNarrowingItsSums() {
    var other = new ExecutionLog();
    for (int i = 0; i < ExecutionLog.COMMON_ROWS + 3; i++) {
      other.append(UPDATE, i, 1, 0, Integer.MAX_VALUE, i % 2 == 0);
    }
    log.append(SELECT, 0, 1, 0, 0, false);

    log.addOverflow(other);

    assertEquals(1 + 3, log.executions());
    assertEquals(1 + 3, log.executionNanos());
    Overflow overflow = overflow(log);
    assertEquals(3, overflow.executions[300]);
    assertEquals(3L * Integer.MAX_VALUE, overflow.batched[300]);
    assertEquals(2, overflow.errors[300]);
  }

  @Test
  void sortsRowsByStart() {
    for (int start : new int[] {30, 10, 20}) {
      log.append(SELECT, start, start + 1, start + 2, 0, start == 10);
      log.addRowsRead(log.size() - 1, start);
    }

    assertArrayEquals(new int[] {2, 0, 1}, log.sortByStart());

    for (int row = 0; row < 3; row++) {
      int start = (row + 1) * 10;
      assertEquals(start, log.startNanos(row));
      assertEquals(start + 1, log.elapsedNanos(row));
      assertEquals(start + 2, log.bindHash(row));
      assertEquals(start, log.rowsRead(row));
      assertEquals(start == 10, log.isFailed(row));
    }
    assertNull(log.sortByStart(), "in order already");
  }

  @Test
  void dropsItsFirstRows() {
    for (int i = 0; i < 5; i++) {
      log.append(i < 3 ? SELECT : UPDATE, i, 10 + i, 0, 0, false);
    }

    log.dropFirst(3);

    assertEquals(2, log.size());
    assertEquals(13 + 14, log.executionNanos());
    assertEquals(UPDATE, log.statement(0));
    assertEquals(0, log.repeats(SELECT));
  }

  @Test
  void attachesEachResultSetOnce() {
    log.append(SELECT, 0, 1, 0, 0, false);
    assertTrue(log.endsWith(SELECT));
    assertFalse(log.endsWith(UPDATE));
    assertTrue(log.takeResultSet());
    assertFalse(log.takeResultSet());
    log.onMoreResults();
    assertTrue(log.takeResultSet());
    log.append(SELECT, 0, 1, 0, 0, false);
    assertTrue(log.takeResultSet());
  }

  @Test
  void aClearedLogIsAsNew() {
    for (int count : new int[] {3, ExecutionLog.MAX_ROWS + 3}) {
      for (int i = 0; i < count; i++) {
        log.append(UPDATE, i, 1, 0, 0, false);
      }
      log.takeResultSet();

      log.clear();

      assertEquals(0, log.executions());
      assertEquals(0, log.executionNanos());
      assertNull(log.overflow());
      assertFalse(log.endsWith(UPDATE));
      assertEquals(1, log.append(UPDATE, 0, 1, 0, 0, false), "the repeats are forgotten");
      assertTrue(log.takeResultSet());
      log.clear();
    }
  }

  private static Overflow overflow(ExecutionLog log) {
    @Nullable Overflow overflow = log.overflow();
    return java.util.Objects.requireNonNull(overflow);
  }
}
