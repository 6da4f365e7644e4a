package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.ColumnValues;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.UnresolvedSql;
import io.rowcall.boot.state.BindHash;
import io.rowcall.boot.state.Cursors;
import io.rowcall.boot.state.ResultSetState;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.VisitedRows;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of result sets: rows are counted for the execution that returned them, and values of
 * watched columns are hashed.
 *
 * <p><b>Threads:</b> the one that reads the result set; all state is on the result set.
 */
public final class ResultSetHooks {
  private ResultSetHooks() {}

  // ---- Which execution a result set belongs to ----

  /**
   * Attaches a result set to the last execution of a request. Beyond the log there is no row for
   * it, so it counts for its statement alone; a driver may have reused the result set of an earlier
   * one.
   */
  static void attach(Request request, SqlStatement lastStatement, Object resultSet) {
    if (request.log.isLastLogged()) {
      ResultSetState state = StateMap.ofResultSet(resultSet);
      int position = request.position();
      if (!Cursors.isAttached(state, request, position)) {
        Cursors.attach(state, request, position);
      }
      request.evidence.watchColumns(lastStatement);
    } else {
      Cursors.attach(StateMap.ofResultSet(resultSet), lastStatement, 0);
    }
  }

  /** Attaches a result set to a statement whose execution no request logs any more. */
  static void attachUnattributed(
      ThreadState thread, SqlStatement statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      thread.unattributedStatement = statement;
      return;
    }
    thread.unattributedStatement = null;
    Cursors.attach(StateMap.ofResultSet(resultSet), statement, 0);
  }

  /**
   * After {@code Statement.getResultSet}. Among wrappers, the innermost result set counts the rows:
   * it is taken first.
   */
  public static void onResultSet(Object statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      return;
    }
    ThreadState thread = ThreadState.current();
    if (thread.executing) {
      return;
    }
    Object executed = resolved(StateMap.ofStatement(statement).rowcall$statement());
    SqlStatement unattributed = thread.unattributedStatement;
    Request request = thread.request;
    if (unattributed != null && unattributed == executed) {
      attachUnattributed(thread, unattributed, resultSet);
    } else if (request != null && request.log.endsWith(executed) && request.log.takeResultSet()) {
      attach(request, request.log.statement(request.log.size() - 1), resultSet);
    }
  }

  private static @Nullable Object resolved(@Nullable Object statement) {
    return statement instanceof UnresolvedSql ? ((UnresolvedSql) statement).resolved() : statement;
  }

  /** {@code Statement.getMoreResults}: the next result set is one of the same execution. */
  public static void onMoreResults(Object statement) {
    ThreadState thread = ThreadState.current();
    Request request = thread.request;
    if (request != null
        && !thread.executing
        && request.log.endsWith(StateMap.ofStatement(statement).rowcall$statement())) {
      request.log.onMoreResults();
    }
  }

  // ---- Moves ----

  /**
   * Before a method that moves the cursor.
   *
   * @return false inside another method of the result set, and where no row is counted
   */
  public static boolean beforeMove(Object resultSet) {
    return Cursors.enter(StateMap.ofResultSet(resultSet));
  }

  /** After an outermost {@code next}. */
  public static void afterNext(Object resultSet, boolean onRow, boolean failed) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    Cursors.leave(state);
    if (failed) {
      return;
    }
    VisitedRows visited = Cursors.visitedOrNull(state);
    if (visited != null) {
      addRowsRead(state, visited.moveBy(1, onRow));
    } else if (onRow) {
      Cursors.addRow(state);
      addRowsRead(state, 1);
    }
  }

  /** After an outermost {@code relative} or {@code previous}. */
  public static void afterRelative(Object resultSet, int rows, boolean onRow, boolean failed) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    Cursors.leave(state);
    if (!failed) {
      addRowsRead(state, Cursors.visited(state).moveBy(rows, onRow));
    }
  }

  /** After an outermost {@code absolute}, {@code first}, or {@code last}. */
  public static void afterAbsolute(Object resultSet, int position, boolean onRow, boolean failed) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    Cursors.leave(state);
    if (!failed) {
      addRowsRead(state, Cursors.visited(state).moveTo(position, onRow));
    }
  }

  /** After {@code getRow}, by which a row that was counted from the end gets its number. */
  public static void afterGetRow(Object resultSet, int row) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    VisitedRows visited = Cursors.visitedOrNull(state);
    if (visited != null && state.rowcall$rows() >= 0) {
      addRowsRead(state, visited.onRow(row));
    }
  }

  /** After an outermost {@code beforeFirst} or {@code afterLast}. */
  public static void afterMoveOffRows(Object resultSet, boolean afterLast, boolean failed) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    Cursors.leave(state);
    if (failed) {
      return;
    }
    if (afterLast) {
      Cursors.visited(state).moveAfterLast();
    } else {
      Cursors.visited(state).moveBeforeFirst();
    }
  }

  private static void addRowsRead(ResultSetState state, int rows) {
    Object owner = Cursors.owner(state);
    if (rows <= 0) {
      return;
    }
    if (owner instanceof Request) {
      ((Request) owner).addRowsRead(state.rowcall$position(), rows);
    } else if (owner != null) {
      ((SqlStatement) owner).addRowsOutside(rows);
    }
  }

  // ---- Columns: one plain read while nobody watches ----

  /**
   * Before a getter.
   *
   * @return false inside another method of the result set, and while nobody watches
   */
  public static boolean beforeRead(Object resultSet) {
    return ColumnValues.watching && beforeMove(resultSet);
  }

  /** After an outermost getter has failed. */
  public static void onReadFailed(Object resultSet) {
    Cursors.leave(StateMap.ofResultSet(resultSet));
  }

  public static void afterRead(Object resultSet, int column, long value) {
    afterRead(resultSet, column, null, BindHash.of(value));
  }

  public static void afterRead(Object resultSet, int column, double value) {
    afterRead(resultSet, column, null, BindHash.of(value));
  }

  public static void afterRead(Object resultSet, int column, @Nullable Object value) {
    afterRead(resultSet, column, null, BindHash.of(value));
  }

  public static void afterRead(Object resultSet, @Nullable String label, long value) {
    afterRead(resultSet, 0, label, BindHash.of(value));
  }

  public static void afterRead(Object resultSet, @Nullable String label, double value) {
    afterRead(resultSet, 0, label, BindHash.of(value));
  }

  public static void afterRead(Object resultSet, @Nullable String label, @Nullable Object value) {
    afterRead(resultSet, 0, label, BindHash.of(value));
  }

  private static void afterRead(Object resultSet, int column, @Nullable String label, long hash) {
    ResultSetState state = StateMap.ofResultSet(resultSet);
    Cursors.leave(state);
    Object owner = Cursors.owner(state);
    if (owner instanceof Request && hash != BindHash.NULL) {
      ((Request) owner).evidence.recordColumn(state.rowcall$position(), column, label, hash);
    }
  }
}
