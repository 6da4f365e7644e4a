package io.rowcall.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements and result sets whose classes have no fields of the agent's. */
final class JdbcHooksTest {
  private static final int H2 = 1;
  private static final int ORACLE = 2;

  private final TestEngine engine = new TestEngine();
  private final ThreadState state = ThreadState.current();
  private final Request request = RequestQueue.acquire();
  private final Object statement = new Object();
  private final Object resultSet = new Object();

  @BeforeEach
  void serve() {
    Engine.install(engine);
    RequestQueue.drain();
    request.begin("GET", "/a");
    state.enter(request);
  }

  @AfterEach
  void leave() {
    state.request = null;
    RequestQueue.drain();
    Engine.install(null);
  }

  @Test
  void countsNestedExecutionsOnce() {
    ThreadState outer = JdbcHooks.beforeExecute();
    assertNull(JdbcHooks.beforeExecute(H2));
    JdbcHooks.afterExecute(null, statement, "SELECT 1 FROM inner_call", H2, null, false);
    JdbcHooks.afterExecute(outer, statement, "SELECT 1 FROM a", 0, null, false);

    assertEquals(1, request.log.size());
    assertEquals("SELECT 1 FROM a", request.log.statement(0).text);
    assertEquals(H2, request.log.statement(0).id, "the inner call knows the dialect");
  }

  @Test
  void preparesInTheDialectOfTheWrappedConnection() {
    JdbcHooks.beforePrepare();
    JdbcHooks.afterPrepare(new Object(), "SELECT 2 FROM a", ORACLE);
    JdbcHooks.afterPrepare(statement, "SELECT 2 FROM a", 0);

    JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, null, false);

    assertEquals(ORACLE, request.log.statement(0).id);
  }

  @Test
  void distinguishesExecutionsByBoundValues() {
    JdbcHooks.afterPrepare(statement, "SELECT 3 FROM a WHERE b = ? AND c = ?", H2);
    for (long value : new long[] {7, 8, 7}) {
      ParameterHooks.bind(statement, 1, value);
      ParameterHooks.bind(statement, 2, "text");
      JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, null, false);
    }
    ParameterHooks.clearParameters(statement);
    JdbcHooks.afterExecute(JdbcHooks.beforeExecute(), statement, null, true);

    assertNotEquals(request.log.bindHash(0), request.log.bindHash(1));
    assertEquals(request.log.bindHash(0), request.log.bindHash(2));
    assertEquals(0, request.log.bindHash(3));
    assertTrue(request.log.isFailed(3));
  }

  @Test
  void countsABatchAsOneExecution() {
    JdbcHooks.afterPrepare(statement, "INSERT INTO a VALUES (?)", H2);
    for (int i = 0; i < 10; i++) {
      ParameterHooks.bind(statement, 1, i);
      ParameterHooks.addBatch(statement);
    }
    JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);
    JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);

    assertEquals(2, request.log.size());
    assertEquals(10, request.log.batchSize(0));
    assertEquals(0, request.log.batchSize(1), "the batch was cleared");
  }

  @Test
  void namesABatchOfTextsAfterTheFirst() {
    ParameterHooks.addBatch(statement, "INSERT INTO a VALUES (1)", H2);
    ParameterHooks.addBatch(statement, "INSERT INTO b VALUES (1)", H2);
    JdbcHooks.afterBatch(JdbcHooks.beforeBatch(statement), statement, false);

    assertEquals("INSERT INTO a VALUES (1)", request.log.statement(0).text);
    assertEquals(2, request.log.batchSize(0));
  }

  @Test
  void countsRowsForTheExecutionThatReturnedThem() {
    execute(resultSet);
    execute(new Object());
    for (boolean onRow : new boolean[] {true, true, false}) {
      assertTrue(ResultSetHooks.beforeMove(resultSet));
      assertFalse(ResultSetHooks.beforeMove(resultSet), "a nested call");
      ResultSetHooks.afterNext(resultSet, onRow, false);
    }

    assertEquals(2, request.log.rowsRead(0));
    assertEquals(0, request.log.rowsRead(1));
  }

  @Test
  void countsEachRowOfAScrollableResultSetOnce() {
    execute(resultSet);
    for (int position : new int[] {1, 2, 1, 3}) {
      ResultSetHooks.beforeMove(resultSet);
      ResultSetHooks.afterAbsolute(resultSet, position, true, false);
    }
    ResultSetHooks.beforeMove(resultSet);
    ResultSetHooks.afterMoveOffRows(resultSet, true, false);
    ResultSetHooks.beforeMove(resultSet);
    ResultSetHooks.afterRelative(resultSet, -1, true, false);

    assertEquals(3, request.log.rowsRead(0));
  }

  @Test
  void countsRowsOfALaterGetResultSetForTheLastExecution() {
    execute(null);
    ResultSetHooks.onResultSet(statement, resultSet);
    ResultSetHooks.onResultSet(statement, new Object()); // That of a wrapper.
    next(resultSet);
    ResultSetHooks.onMoreResults(statement);
    var second = new Object();
    ResultSetHooks.onResultSet(statement, second);
    next(second);

    assertEquals(2, request.log.rowsRead(0));
  }

  @Test
  void recordsValuesOfWatchedColumnsOnly() {
    execute(resultSet);
    assertTrue(ResultSetHooks.beforeRead(resultSet));
    ResultSetHooks.afterRead(resultSet, "id", 7L);
    assertTrue(ResultSetHooks.beforeRead(resultSet));
    ResultSetHooks.onReadFailed(resultSet);

    var columns = request.values.columns();
    assertNotNull(columns);
    assertEquals(1, columns.size());
    assertEquals("id", columns.label(0));
    assertEquals(0, columns.row(0));
  }

  @Test
  void handsOverAnExecutionOutsideOfRequestsAtOnce() {
    state.request = null;
    execute(resultSet);
    next(resultSet);

    Request unattributed = RequestQueue.drain();
    assertNotNull(unattributed);
    assertTrue(unattributed.unattributed);
    assertEquals(1, unattributed.log.executions());
    SqlStatement executed = unattributed.log.statement(0);
    assertEquals(1, executed.rowsOutside());
  }

  @Test
  void ignoresTheAgentsOwnExecutions() throws InterruptedException {
    var thread =
        new Thread(
            () -> {
              JdbcHooks.ignoreThisThread();
              execute(null);
            });
    thread.start();
    thread.join();

    assertNull(RequestQueue.drain());
  }

  private void execute(@org.jspecify.annotations.Nullable Object result) {
    ThreadState thread = JdbcHooks.beforeExecute();
    JdbcHooks.afterExecute(thread, statement, "SELECT id FROM rows_of_a", H2, result, false);
  }

  private static void next(Object resultSet) {
    ResultSetHooks.beforeMove(resultSet);
    ResultSetHooks.afterNext(resultSet, true, false);
  }
}
