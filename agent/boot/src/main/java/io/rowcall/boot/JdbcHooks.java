package io.rowcall.boot;

import io.rowcall.boot.context.PendingResponse;
import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.ColumnValues;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlCache;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.UnresolvedSql;
import io.rowcall.boot.state.ArrayState;
import io.rowcall.boot.state.BindHash;
import io.rowcall.boot.state.BoundValues;
import io.rowcall.boot.state.ResultSetState;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.StatementState;
import io.rowcall.boot.state.VisitedRows;
import org.jspecify.annotations.Nullable;

/**
 * What woven JDBC classes call.
 *
 * <p><b>Threads:</b> the application's; all state is the thread's own ({@link ThreadState}) or the
 * JDBC object's ({@link StatementState}, {@link ResultSetState}).
 *
 * <p><b>Budget of an execution inside a request:</b> two clock reads, one thread-local read, a few
 * field writes. No allocation, lock, boxing, hashing of SQL text that was seen before, logging or
 * exception. The slot that a start returns is handed to its end, which saves the second
 * thread-local read and makes nested executions (pools, proxies, drivers that call themselves)
 * free: they get null, and a null ends nothing.
 */
public final class JdbcHooks {
  private JdbcHooks() {}

  // ---- Connections and parameters ----

  /** A connection whose dialect is not known is about to prepare: what it asks may tell. */
  public static void preparationStarts() {
    ThreadState.current().dialectPrepared = SqlCache.UNKNOWN;
  }

  /** A connection has made a prepared or callable statement. */
  public static void prepared(@Nullable Object statement, @Nullable String sql, int dialect) {
    if (statement == null) {
      return;
    }
    Object text = textOf(sql, dialect);
    if (StateMap.isProxy(statement)) {
      return; // Its class is not woven: what is behind it executes.
    }
    StatementState carrier = StateMap.of(statement);
    carrier.rowcall$statement(text);
    emptyBatch(carrier);
    BoundValues bound = (BoundValues) carrier.rowcall$bound();
    if (bound != null) {
      bound.clear();
    }
  }

  /** The statement that a text is, or the text while its dialect is not known. */
  private static Object textOf(@Nullable String sql, int dialect) {
    ThreadState slot = ThreadState.current();
    if (dialect != SqlCache.UNKNOWN) {
      slot.dialectPrepared = dialect;
      return SqlCache.of(sql, dialect);
    }
    if (slot.dialectPrepared != SqlCache.UNKNOWN) {
      return SqlCache.of(sql, slot.dialectPrepared);
    }
    return sql == null ? SqlStatement.OTHER : new UnresolvedSql(sql);
  }

  // Setters call other setters of their own: the outermost is done last, and its value stays.

  public static void bind(Object statement, int index, long value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, double value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, boolean value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bind(Object statement, int index, @Nullable Object value) {
    bound(statement).set(index, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, long value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, double value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, boolean value) {
    bound(statement).set(name, BindHash.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, @Nullable Object value) {
    bound(statement).set(name, BindHash.of(value));
  }

  private static BoundValues bound(Object statement) {
    StatementState carrier = StateMap.of(statement);
    Object bound = carrier.rowcall$bound();
    if (bound == null) {
      bound = new BoundValues();
      carrier.rowcall$bound(bound);
    }
    return (BoundValues) bound;
  }

  /** What an execution clears on its way, as ShardingSphere's does, it was executed with. */
  public static void clearParameters(Object statement) {
    if (ThreadState.current().executing) {
      return;
    }
    Object bound = StateMap.of(statement).rowcall$bound();
    if (bound != null) {
      ((BoundValues) bound).clear();
    }
  }

  /** A connection has made an array of these elements. */
  public static void arrayMade(@Nullable Object array, @Nullable Object elements) {
    if (array instanceof ArrayState && !StateMap.isProxy(array)) {
      ((ArrayState) array).rowcall$content(BindHash.of(elements));
    }
  }

  public static void addBatch(Object statement) {
    StatementState carrier = StateMap.of(statement);
    addBatch(carrier, bindsOf(carrier));
  }

  /** A command was added by its text: the batch is named after its first command. */
  public static void addBatch(Object statement, @Nullable String sql, int dialect) {
    StatementState carrier = StateMap.of(statement);
    if (carrier.rowcall$batch() == 0) {
      carrier.rowcall$statement(
          dialect == SqlCache.UNKNOWN && sql != null
              ? new UnresolvedSql(sql)
              : SqlCache.of(sql, dialect));
    }
    addBatch(carrier, sql == null ? 0 : sql.hashCode());
  }

  private static void addBatch(StatementState carrier, long binds) {
    int size = carrier.rowcall$batch();
    carrier.rowcall$binds(size == 0 ? binds : BindHash.mix(carrier.rowcall$binds(), binds));
    carrier.rowcall$batch(size + 1);
  }

  public static void clearBatch(Object statement) {
    if (ThreadState.current().executing) {
      return; // The end of the execution empties it.
    }
    emptyBatch(StateMap.of(statement));
  }

  private static void emptyBatch(StatementState carrier) {
    carrier.rowcall$batch(0);
    carrier.rowcall$binds(0);
  }

  private static long bindsOf(StatementState carrier) {
    Object bound = carrier.rowcall$bound();
    return bound == null ? 0 : ((BoundValues) bound).hash();
  }

  // ---- Executions ----

  /** What this thread executes from here on is the agent's own, and is not counted. */
  public static void ignoreThisThread() {
    ThreadState.current().executing = true;
  }

  /** Starts an execution by a class of no known dialect. */
  public static @Nullable ThreadState executionStarts() {
    return executionStarts(SqlCache.UNKNOWN);
  }

  /**
   * Starts an execution. Null when this thread is inside one already, whose dialect it tells: of a
   * driver and what is around it, the outermost that knows its dialect decides.
   */
  public static @Nullable ThreadState executionStarts(int dialect) {
    ThreadState slot = ThreadState.current();
    if (slot.executing) {
      if (slot.dialect == SqlCache.UNKNOWN) {
        slot.dialect = dialect;
      }
      return null;
    }
    slot.executing = true;
    slot.dialect = dialect;
    slot.executionStartNanos = System.nanoTime();
    return slot;
  }

  /** Ends the execution of a prepared statement. */
  public static void executionEnds(
      @Nullable ThreadState slot, Object statement, @Nullable Object result, boolean failed) {
    if (slot == null) {
      answeredInside(result);
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    SqlStatement known = SqlStatement.OTHER;
    long binds = 0;
    Object bound = null;
    try {
      StatementState carrier = StateMap.of(statement);
      known = known(carrier.rowcall$statement());
      bound = carrier.rowcall$bound();
      binds = bindsOf(carrier);
    } catch (Throwable ours) {
      Engine.suppress(ours); // What it was is lost; that it was is not.
    }
    Object woven = wovenResult(slot, result);
    record(slot, known, nanos, binds, bound, 0, failed, statement, woven);
  }

  /** Ends the execution of a text. The text's own hash stands for the binds. */
  public static void executionEnds(
      @Nullable ThreadState slot,
      Object statement,
      @Nullable String sql,
      int dialect,
      @Nullable Object result,
      boolean failed) {
    if (slot == null) {
      answeredInside(result);
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    SqlStatement known = SqlStatement.OTHER;
    try {
      known = SqlCache.of(sql, dialect == SqlCache.UNKNOWN ? slot.dialect : dialect);
      StateMap.of(statement).rowcall$statement(known);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    Object woven = wovenResult(slot, result);
    record(slot, known, nanos, sql == null ? 0 : sql.hashCode(), null, 0, failed, statement, woven);
  }

  /** An execution that is part of another ends. */
  private static void answeredInside(@Nullable Object result) {
    if (result != null && !StateMap.isProxy(result)) {
      ThreadState slot = ThreadState.current();
      if (slot.executing) {
        slot.resultInside = result;
      }
    }
  }

  /** Whose moves will be seen: of results around each other, the outermost that is no proxy. */
  private static @Nullable Object wovenResult(ThreadState slot, @Nullable Object result) {
    Object inside = slot.resultInside;
    if (inside == null) {
      return result;
    }
    slot.resultInside = null;
    return StateMap.isProxy(result) ? inside : result;
  }

  /** Starts the execution of a batch. Its size is read now: drivers empty it on the way. */
  public static @Nullable ThreadState batchStarts(Object statement) {
    return batchStarts(statement, SqlCache.UNKNOWN);
  }

  /** As {@link #batchStarts(Object)}, by a class of this dialect. */
  public static @Nullable ThreadState batchStarts(Object statement, int dialect) {
    ThreadState slot = executionStarts(dialect);
    if (slot != null) {
      slot.batch = 0;
      try {
        slot.batch = StateMap.of(statement).rowcall$batch();
      } catch (Throwable ours) {
        Engine.suppress(ours);
      }
    }
    return slot;
  }

  /** Ends the execution of a batch, whatever became of it: the next batch starts empty. */
  public static void batchEnds(@Nullable ThreadState slot, Object statement, boolean failed) {
    SqlStatement known = SqlStatement.OTHER;
    long binds = 0;
    Object bound = null;
    long ended = System.nanoTime();
    try {
      StatementState carrier = StateMap.of(statement);
      known = known(carrier.rowcall$statement());
      binds = carrier.rowcall$binds();
      bound = carrier.rowcall$bound();
      emptyBatch(carrier);
    } catch (Throwable ours) {
      Engine.suppress(ours);
    }
    if (slot == null) {
      return;
    }
    slot.executing = false;
    slot.resultInside = null;
    long nanos = ended - slot.executionStartNanos;
    Object only = slot.batch == 1 ? bound : null;
    record(slot, known, nanos, binds, only, slot.batch, failed, statement, null);
  }

  /** What has been executed just now. */
  private static SqlStatement known(@Nullable Object statement) {
    if (statement instanceof UnresolvedSql) {
      return ((UnresolvedSql) statement).in(ThreadState.current().dialect);
    }
    return statement == null ? SqlStatement.OTHER : (SqlStatement) statement;
  }

  private static @Nullable Object executed(@Nullable Object statement) {
    return statement instanceof UnresolvedSql ? ((UnresolvedSql) statement).executed() : statement;
  }

  /** Counts first: whatever evidence may fail afterwards, the execution is in the log. */
  private static void record(
      ThreadState slot,
      SqlStatement statement,
      long nanos,
      long binds,
      @Nullable Object bound,
      int batch,
      boolean failed,
      Object jdbc,
      @Nullable Object result) {
    Request request = slot.request;
    if (request == null) {
      unattributed(slot, statement, nanos, binds, batch, failed, jdbc);
      attachOutside(slot, statement, result);
      return;
    }
    slot.outside = null;
    int repeat;
    try {
      repeat = request.executed(statement, slot.executionStartNanos, nanos, binds, batch, failed);
    } catch (Throwable ours) {
      RequestQueue.unrecorded();
      Engine.suppress(ours);
      return;
    }
    try {
      if (bound != null) {
        request.parametersBound((BoundValues) bound);
      }
      takeEvidence(request, statement, nanos, repeat, jdbc);
      if (result != null && !request.isNobodys()) {
        attach(request, result);
      }
    } finally {
      if (request.isBranch()) {
        if (request.isNobodys()) {
          PendingResponse.onUnattributedExecution();
        }
        Request next = request.afterExecution();
        if (next != request) {
          slot.request = next;
          attachOutside(slot, statement, result);
        }
      }
    }
  }

  private static void takeEvidence(
      Request request, SqlStatement statement, long nanos, int repeat, Object jdbc) {
    if (nanos > Settings.slowQueryNanos || request.wantsCallSite(statement, repeat)) {
      takeCallSite(request, jdbc);
    }
  }

  /** An execution outside any request is a request of its own, of no endpoint. */
  private static void unattributed(
      ThreadState slot,
      SqlStatement statement,
      long nanos,
      long binds,
      int batch,
      boolean failed,
      Object jdbc) {
    PendingResponse.onUnattributedExecution();
    Request request;
    try {
      request = RequestQueue.acquire();
      request.executed(statement, slot.executionStartNanos, nanos, binds, batch, failed);
    } catch (Throwable ours) {
      RequestQueue.unrecorded();
      Engine.suppress(ours);
      return;
    }
    request.unattributed = true;
    request.startNanos = slot.executionStartNanos;
    request.endNanos = request.startNanos + nanos;
    try {
      if (nanos > Settings.slowQueryNanos) {
        request.startMillis = System.currentTimeMillis();
        takeCallSite(request, jdbc);
      }
    } finally {
      RequestQueue.finished(request);
    }
  }

  /** Beyond the log, no row is there that the site would belong to. */
  private static void takeCallSite(Request request, Object jdbc) {
    Engine known = Engine.current();
    Object site =
        known == null || request.folded() != null ? null : known.callSite(jdbc.getClass());
    if (site != null) {
      request.callSite(site);
    }
  }

  // ---- Rows ----

  private static void attach(Request request, Object resultSet) {
    if (request.folded() == null) {
      ResultSetState cursor = StateMap.cursorOf(resultSet);
      long position = request.position();
      if (cursor.rowcall$position() != position || cursor.rowcall$request() != request) {
        cursor.rowcall$request(request);
        cursor.rowcall$position(position);
        cursor.rowcall$row(0);
        cursor.rowcall$visited(null);
      }
      request.watchColumns();
    }
  }

  /** Rows of what no request logs are counted for the statement. */
  private static void attachOutside(
      ThreadState slot, SqlStatement statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      slot.outside = statement;
    } else {
      slot.outside = null;
      ResultSetState cursor = StateMap.cursorOf(resultSet);
      cursor.rowcall$request(statement);
      cursor.rowcall$row(0);
      cursor.rowcall$visited(null);
    }
  }

  /**
   * {@code Statement.getResultSet} after {@code execute}. Of wrappers, the innermost result set
   * counts the rows: it is taken first.
   */
  public static void resultSetTaken(Object statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      return;
    }
    ThreadState slot = ThreadState.current();
    if (slot.executing) {
      return;
    }
    Object known = executed(StateMap.of(statement).rowcall$statement());
    Request request = slot.request;
    if (slot.outside != null && slot.outside == known) {
      attachOutside(slot, slot.outside, resultSet);
    } else if (request != null && request.lastExecuted(known) && request.takesResultSet()) {
      attach(request, resultSet);
    }
  }

  /** {@code Statement.getMoreResults}: the next result set is one of the same execution. */
  public static void movesToNextResultSet(Object statement) {
    ThreadState slot = ThreadState.current();
    Request request = slot.request;
    if (request != null
        && !slot.executing
        && request.lastExecuted(StateMap.of(statement).rowcall$statement())) {
      request.movesToNextResultSet();
    }
  }

  /**
   * A method of a result set starts that moves it. False for one that is called by another, and
   * where no row is counted.
   */
  public static boolean moveStarts(Object resultSet) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    if (cursor.rowcall$request() == null || cursor.rowcall$inside()) {
      return false;
    }
    cursor.rowcall$inside(true);
    return true;
  }

  /** {@code ResultSet.next} has ended that had started outermost. */
  public static void nextEnds(Object resultSet, boolean row) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    Object visited = cursor.rowcall$visited();
    if (visited != null) {
      rowsRead(cursor, ((VisitedRows) visited).by(1, row));
    } else if (row) {
      cursor.rowcall$row(cursor.rowcall$row() + 1);
      rowsRead(cursor, 1);
    }
  }

  /** {@code relative} or {@code previous} has ended that had started outermost. */
  public static void relativeEnds(Object resultSet, int rows, boolean row, boolean failed) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    if (!failed) {
      rowsRead(cursor, visitedOf(cursor).by(rows, row));
    }
  }

  /** {@code absolute}, {@code first} or {@code last} has ended that had started outermost. */
  public static void absoluteEnds(Object resultSet, int position, boolean row, boolean failed) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    if (!failed) {
      rowsRead(cursor, visitedOf(cursor).to(position, row));
    }
  }

  /** {@code beforeFirst} or {@code afterLast} has ended that had started outermost. */
  public static void leavesRows(Object resultSet, boolean behind, boolean failed) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    if (failed) {
      return;
    }
    if (behind) {
      visitedOf(cursor).afterLast();
    } else {
      visitedOf(cursor).beforeFirst();
    }
  }

  private static VisitedRows visitedOf(ResultSetState cursor) {
    Object visited = cursor.rowcall$visited();
    if (visited == null) {
      visited = new VisitedRows(cursor.rowcall$row());
      cursor.rowcall$visited(visited);
    }
    return (VisitedRows) visited;
  }

  private static void rowsRead(ResultSetState cursor, int rows) {
    Object counted = cursor.rowcall$request();
    if (rows <= 0) {
      return;
    }
    if (counted instanceof Request) {
      ((Request) counted).rowsRead(cursor.rowcall$position(), rows);
    } else if (counted != null) {
      ((SqlStatement) counted).rowsReadOutside(rows);
    }
  }

  // ---- Values: nothing but one plain read while nobody watches ----

  /** A getter starts. False for one that is called by another, and while nobody watches. */
  public static boolean readStarts(Object resultSet) {
    return ColumnValues.wanted && moveStarts(resultSet);
  }

  /** A getter has failed that had started outermost. */
  public static void readFailed(Object resultSet) {
    StateMap.cursorOf(resultSet).rowcall$inside(false);
  }

  public static void columnRead(Object resultSet, int column, long value) {
    columnRead(resultSet, column, null, BindHash.of(value));
  }

  public static void columnRead(Object resultSet, int column, double value) {
    columnRead(resultSet, column, null, BindHash.of(value));
  }

  public static void columnRead(Object resultSet, int column, @Nullable Object value) {
    columnRead(resultSet, column, null, BindHash.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, long value) {
    columnRead(resultSet, 0, label, BindHash.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, double value) {
    columnRead(resultSet, 0, label, BindHash.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, @Nullable Object value) {
    columnRead(resultSet, 0, label, BindHash.of(value));
  }

  private static void columnRead(Object resultSet, int column, @Nullable String label, long hash) {
    ResultSetState cursor = StateMap.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    Object request = cursor.rowcall$request();
    if (request instanceof Request && hash != BindHash.NULL) {
      ((Request) request).columnRead(cursor.rowcall$position(), column, label, hash);
    }
  }
}
