package io.rowcall.boot;

import org.jspecify.annotations.Nullable;

/**
 * What woven JDBC classes call.
 *
 * <p><b>Threads:</b> the application's; all state is the thread's own ({@link Slot}) or the JDBC
 * object's ({@link Carrier}, {@link Cursor}).
 *
 * <p><b>Budget of an execution inside a request:</b> two clock reads, one thread-local read, a few
 * field writes. No allocation, lock, boxing, hashing of SQL text that was seen before, logging or
 * exception. The slot that a start returns is handed to its end, which saves the second
 * thread-local read and makes nested executions (pools, proxies, drivers that call themselves)
 * free: they get null, and a null ends nothing.
 */
public final class Hooks {
  /** Null until the agent is ready, and in a JVM whose agent could not start. */
  public static volatile @Nullable Engine engine;

  private Hooks() {}

  // ---- Connections and parameters ----

  /** A connection whose dialect is not known is about to prepare: what it asks may tell. */
  public static void preparationStarts() {
    Slot.current().dialectPrepared = Statements.UNKNOWN;
  }

  /** A connection has made a prepared or callable statement. */
  public static void prepared(@Nullable Object statement, @Nullable String sql, int dialect) {
    if (statement == null) {
      return;
    }
    Carrier carrier = Carriers.of(statement);
    carrier.rowcall$statement(textOf(sql, dialect));
    emptyBatch(carrier);
    BoundValues bound = (BoundValues) carrier.rowcall$bound();
    if (bound != null) {
      bound.clear();
    }
  }

  /** The statement that a text is, or the text while its dialect is not known. */
  private static Object textOf(@Nullable String sql, int dialect) {
    Slot slot = Slot.current();
    if (dialect != Statements.UNKNOWN) {
      slot.dialectPrepared = dialect;
      return Statements.of(sql, dialect);
    }
    if (slot.dialectPrepared != Statements.UNKNOWN) {
      return Statements.of(sql, slot.dialectPrepared);
    }
    return sql == null ? SqlStatement.OTHER : new UnreadText(sql);
  }

  // Setters call other setters of their own: the outermost is done last, and its value stays.

  public static void bind(Object statement, int index, long value) {
    bound(statement).set(index, Binds.of(value));
  }

  public static void bind(Object statement, int index, double value) {
    bound(statement).set(index, Binds.of(value));
  }

  public static void bind(Object statement, int index, boolean value) {
    bound(statement).set(index, Binds.of(value));
  }

  public static void bind(Object statement, int index, @Nullable Object value) {
    bound(statement).set(index, Binds.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, long value) {
    bound(statement).set(name, Binds.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, double value) {
    bound(statement).set(name, Binds.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, boolean value) {
    bound(statement).set(name, Binds.of(value));
  }

  public static void bindNamed(Object statement, @Nullable String name, @Nullable Object value) {
    bound(statement).set(name, Binds.of(value));
  }

  private static BoundValues bound(Object statement) {
    Carrier carrier = Carriers.of(statement);
    Object bound = carrier.rowcall$bound();
    if (bound == null) {
      bound = new BoundValues();
      carrier.rowcall$bound(bound);
    }
    return (BoundValues) bound;
  }

  public static void clearParameters(Object statement) {
    Object bound = Carriers.of(statement).rowcall$bound();
    if (bound != null) {
      ((BoundValues) bound).clear();
    }
  }

  /** A connection has made an array of these elements. */
  public static void arrayMade(@Nullable Object array, @Nullable Object elements) {
    if (array instanceof ArrayContent) {
      ((ArrayContent) array).rowcall$content(Binds.of(elements));
    }
  }

  public static void addBatch(Object statement) {
    Carrier carrier = Carriers.of(statement);
    addBatch(carrier, bindsOf(carrier));
  }

  /** A command was added by its text: the batch is named after its first command. */
  public static void addBatch(Object statement, @Nullable String sql, int dialect) {
    Carrier carrier = Carriers.of(statement);
    if (carrier.rowcall$batch() == 0) {
      carrier.rowcall$statement(
          dialect == Statements.UNKNOWN && sql != null
              ? new UnreadText(sql)
              : Statements.of(sql, dialect));
    }
    addBatch(carrier, sql == null ? 0 : sql.hashCode());
  }

  private static void addBatch(Carrier carrier, long binds) {
    int size = carrier.rowcall$batch();
    carrier.rowcall$binds(size == 0 ? binds : Binds.mix(carrier.rowcall$binds(), binds));
    carrier.rowcall$batch(size + 1);
  }

  public static void clearBatch(Object statement) {
    emptyBatch(Carriers.of(statement));
  }

  private static void emptyBatch(Carrier carrier) {
    carrier.rowcall$batch(0);
    carrier.rowcall$binds(0);
  }

  private static long bindsOf(Carrier carrier) {
    Object bound = carrier.rowcall$bound();
    return bound == null ? 0 : ((BoundValues) bound).hash();
  }

  // ---- Executions ----

  /** What this thread executes from here on is the agent's own, and is not counted. */
  public static void ignoreThisThread() {
    Slot.current().executing = true;
  }

  /** Starts an execution by a class of no known dialect. */
  public static @Nullable Slot executionStarts() {
    return executionStarts(Statements.UNKNOWN);
  }

  /**
   * Starts an execution. Null when this thread is inside one already, whose dialect it tells: of a
   * driver and what is around it, the outermost that knows its dialect decides.
   */
  public static @Nullable Slot executionStarts(int dialect) {
    Slot slot = Slot.current();
    if (slot.executing) {
      if (slot.dialect == Statements.UNKNOWN) {
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
      @Nullable Slot slot, Object statement, @Nullable Object result, boolean failed) {
    if (slot == null) {
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    SqlStatement known = SqlStatement.OTHER;
    long binds = 0;
    Object bound = null;
    try {
      Carrier carrier = Carriers.of(statement);
      known = known(carrier.rowcall$statement());
      bound = carrier.rowcall$bound();
      binds = bindsOf(carrier);
    } catch (Throwable ours) {
      suppressed(ours); // What it was is lost; that it was is not.
    }
    record(slot, known, nanos, binds, bound, 0, failed, statement, result);
  }

  /** Ends the execution of a text. The text's own hash stands for the binds. */
  public static void executionEnds(
      @Nullable Slot slot,
      Object statement,
      @Nullable String sql,
      int dialect,
      @Nullable Object result,
      boolean failed) {
    if (slot == null) {
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    SqlStatement known = SqlStatement.OTHER;
    try {
      known = Statements.of(sql, dialect == Statements.UNKNOWN ? slot.dialect : dialect);
      Carriers.of(statement).rowcall$statement(known);
    } catch (Throwable ours) {
      suppressed(ours);
    }
    record(
        slot, known, nanos, sql == null ? 0 : sql.hashCode(), null, 0, failed, statement, result);
  }

  /** Starts the execution of a batch. Its size is read now: drivers empty it on the way. */
  public static @Nullable Slot batchStarts(Object statement) {
    return batchStarts(statement, Statements.UNKNOWN);
  }

  /** As {@link #batchStarts(Object)}, by a class of this dialect. */
  public static @Nullable Slot batchStarts(Object statement, int dialect) {
    Slot slot = executionStarts(dialect);
    if (slot != null) {
      slot.batch = 0;
      try {
        slot.batch = Carriers.of(statement).rowcall$batch();
      } catch (Throwable ours) {
        suppressed(ours);
      }
    }
    return slot;
  }

  /** Ends the execution of a batch, whatever became of it: the next batch starts empty. */
  public static void batchEnds(@Nullable Slot slot, Object statement, boolean failed) {
    SqlStatement known = SqlStatement.OTHER;
    long binds = 0;
    Object bound = null;
    long ended = System.nanoTime();
    try {
      Carrier carrier = Carriers.of(statement);
      known = known(carrier.rowcall$statement());
      binds = carrier.rowcall$binds();
      bound = carrier.rowcall$bound();
      emptyBatch(carrier);
    } catch (Throwable ours) {
      suppressed(ours);
    }
    if (slot == null) {
      return;
    }
    slot.executing = false;
    long nanos = ended - slot.executionStartNanos;
    Object only = slot.batch == 1 ? bound : null;
    record(slot, known, nanos, binds, only, slot.batch, failed, statement, null);
  }

  /** What has been executed just now. */
  private static SqlStatement known(@Nullable Object statement) {
    if (statement instanceof UnreadText) {
      return ((UnreadText) statement).in(Slot.current().dialect);
    }
    return statement == null ? SqlStatement.OTHER : (SqlStatement) statement;
  }

  private static @Nullable Object executed(@Nullable Object statement) {
    return statement instanceof UnreadText ? ((UnreadText) statement).executed() : statement;
  }

  /** Counts first: whatever evidence may fail afterwards, the execution is in the log. */
  private static void record(
      Slot slot,
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
      Requests.unrecorded();
      suppressed(ours);
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
          HttpHooks.executesForNobody();
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
      Slot slot,
      SqlStatement statement,
      long nanos,
      long binds,
      int batch,
      boolean failed,
      Object jdbc) {
    HttpHooks.executesForNobody();
    Request request;
    try {
      request = Requests.acquire();
      request.executed(statement, slot.executionStartNanos, nanos, binds, batch, failed);
    } catch (Throwable ours) {
      Requests.unrecorded();
      suppressed(ours);
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
      Requests.finished(request);
    }
  }

  /** Beyond the log, no row is there that the site would belong to. */
  private static void takeCallSite(Request request, Object jdbc) {
    Engine known = engine;
    Object site =
        known == null || request.folded() != null ? null : known.callSite(jdbc.getClass());
    if (site != null) {
      request.callSite(site);
    }
  }

  // ---- Rows ----

  private static void attach(Request request, Object resultSet) {
    if (request.folded() == null) {
      Cursor cursor = Carriers.cursorOf(resultSet);
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
  private static void attachOutside(Slot slot, SqlStatement statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      slot.outside = statement;
    } else {
      slot.outside = null;
      Cursor cursor = Carriers.cursorOf(resultSet);
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
    Slot slot = Slot.current();
    if (slot.executing) {
      return;
    }
    Object known = executed(Carriers.of(statement).rowcall$statement());
    Request request = slot.request;
    if (slot.outside != null && slot.outside == known) {
      attachOutside(slot, slot.outside, resultSet);
    } else if (request != null && request.lastExecuted(known) && request.takesResultSet()) {
      attach(request, resultSet);
    }
  }

  /** {@code Statement.getMoreResults}: the next result set is one of the same execution. */
  public static void movesToNextResultSet(Object statement) {
    Slot slot = Slot.current();
    Request request = slot.request;
    if (request != null
        && !slot.executing
        && request.lastExecuted(Carriers.of(statement).rowcall$statement())) {
      request.movesToNextResultSet();
    }
  }

  /**
   * A method of a result set starts that moves it. False for one that is called by another, and
   * where no row is counted.
   */
  public static boolean moveStarts(Object resultSet) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    if (cursor.rowcall$request() == null || cursor.rowcall$inside()) {
      return false;
    }
    cursor.rowcall$inside(true);
    return true;
  }

  /** {@code ResultSet.next} has ended that had started outermost. */
  public static void nextEnds(Object resultSet, boolean row) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    Object visited = cursor.rowcall$visited();
    if (visited != null) {
      rowsRead(cursor, ((RowsVisited) visited).by(1, row));
    } else if (row) {
      cursor.rowcall$row(cursor.rowcall$row() + 1);
      rowsRead(cursor, 1);
    }
  }

  /** {@code relative} or {@code previous} has ended that had started outermost. */
  public static void relativeEnds(Object resultSet, int rows, boolean row, boolean failed) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    if (!failed) {
      rowsRead(cursor, visitedOf(cursor).by(rows, row));
    }
  }

  /** {@code absolute}, {@code first} or {@code last} has ended that had started outermost. */
  public static void absoluteEnds(Object resultSet, int position, boolean row, boolean failed) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    if (!failed) {
      rowsRead(cursor, visitedOf(cursor).to(position, row));
    }
  }

  /** {@code beforeFirst} or {@code afterLast} has ended that had started outermost. */
  public static void leavesRows(Object resultSet, boolean behind, boolean failed) {
    Cursor cursor = Carriers.cursorOf(resultSet);
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

  private static RowsVisited visitedOf(Cursor cursor) {
    Object visited = cursor.rowcall$visited();
    if (visited == null) {
      visited = new RowsVisited(cursor.rowcall$row());
      cursor.rowcall$visited(visited);
    }
    return (RowsVisited) visited;
  }

  private static void rowsRead(Cursor cursor, int rows) {
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
    Carriers.cursorOf(resultSet).rowcall$inside(false);
  }

  public static void columnRead(Object resultSet, int column, long value) {
    columnRead(resultSet, column, null, Binds.of(value));
  }

  public static void columnRead(Object resultSet, int column, double value) {
    columnRead(resultSet, column, null, Binds.of(value));
  }

  public static void columnRead(Object resultSet, int column, @Nullable Object value) {
    columnRead(resultSet, column, null, Binds.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, long value) {
    columnRead(resultSet, 0, label, Binds.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, double value) {
    columnRead(resultSet, 0, label, Binds.of(value));
  }

  public static void columnRead(Object resultSet, @Nullable String label, @Nullable Object value) {
    columnRead(resultSet, 0, label, Binds.of(value));
  }

  private static void columnRead(Object resultSet, int column, @Nullable String label, long hash) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    cursor.rowcall$inside(false);
    Object request = cursor.rowcall$request();
    if (request instanceof Request && hash != Binds.NULL) {
      ((Request) request).columnRead(cursor.rowcall$position(), column, label, hash);
    }
  }

  // ---- Faults of our own ----

  /** Counts what an advice has thrown; the application never sees it. */
  public static void suppressed(Throwable error) {
    Engine known = engine;
    if (known != null) {
      known.suppressed(error);
    }
  }
}
