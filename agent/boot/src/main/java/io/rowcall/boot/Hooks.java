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

  /** A connection has made a prepared or callable statement. */
  public static void prepared(@Nullable Object statement, @Nullable String sql, int dialect) {
    if (statement == null) {
      return;
    }
    Carrier carrier = Carriers.of(statement);
    carrier.rowcall$statement(Statements.of(sql, dialect));
    emptyBatch(carrier);
    BoundValues bound = (BoundValues) carrier.rowcall$bound();
    if (bound != null) {
      bound.clear();
    }
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
      carrier.rowcall$statement(Statements.of(sql, dialect));
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

  /** Starts an execution. Null when this thread is inside one already. */
  public static @Nullable Slot executionStarts() {
    Slot slot = Slot.current();
    if (slot.executing) {
      return null;
    }
    slot.executing = true;
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
    Carrier carrier = Carriers.of(statement);
    record(slot, known(carrier.rowcall$statement()), nanos, bindsOf(carrier), 0, failed, statement);
    keepParameters(slot, carrier);
    attach(slot, result);
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
    SqlStatement known = Statements.of(sql, dialect);
    Carriers.of(statement).rowcall$statement(known);
    record(slot, known, nanos, sql == null ? 0 : sql.hashCode(), 0, failed, statement);
    attach(slot, result);
  }

  /** Starts the execution of a batch. Its size is read now: drivers empty it on the way. */
  public static @Nullable Slot batchStarts(Object statement) {
    Slot slot = executionStarts();
    if (slot != null) {
      slot.batch = Carriers.of(statement).rowcall$batch();
    }
    return slot;
  }

  /** Ends the execution of a batch, whatever became of it: the next batch starts empty. */
  public static void batchEnds(@Nullable Slot slot, Object statement, boolean failed) {
    Carrier carrier = Carriers.of(statement);
    long binds = carrier.rowcall$binds();
    emptyBatch(carrier);
    if (slot == null) {
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    record(slot, known(carrier.rowcall$statement()), nanos, binds, slot.batch, failed, statement);
    if (slot.batch == 1) {
      keepParameters(slot, carrier);
    }
  }

  /** Evidence of the execution that was recorded just now. */
  private static void keepParameters(Slot slot, Carrier carrier) {
    Request request = slot.request;
    Object bound = carrier.rowcall$bound();
    if (request != null && bound != null) {
      request.parametersBound((BoundValues) bound);
    }
  }

  private static SqlStatement known(@Nullable Object statement) {
    return statement == null ? SqlStatement.OTHER : (SqlStatement) statement;
  }

  private static void record(
      Slot slot,
      SqlStatement statement,
      long nanos,
      long binds,
      int batch,
      boolean failed,
      Object jdbc) {
    Request request = slot.request;
    if (request == null) {
      unattributed(slot, statement, nanos, binds, batch, failed, jdbc);
      return;
    }
    int repeat = request.executed(statement, slot.executionStartNanos, nanos, binds, batch, failed);
    if (nanos > Settings.slowQueryNanos || request.wantsCallSite()) {
      takeCallSite(request, jdbc);
    } else if (repeat == 1 && statement.firstSitesWanted > 0) {
      statement.firstSitesWanted--;
      takeCallSite(request, jdbc);
    } else if (repeat == 3 && statement.repeatSitesWanted > 0) {
      statement.repeatSitesWanted--;
      takeCallSite(request, jdbc);
    }
    if (request.outlived()) {
      slot.request = request.handOverLate();
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
    Request request = Requests.acquire();
    request.unattributed = true;
    request.startNanos = slot.executionStartNanos;
    request.endNanos = request.startNanos + nanos;
    request.executed(statement, slot.executionStartNanos, nanos, binds, batch, failed);
    if (nanos > Settings.slowQueryNanos) {
      request.startMillis = System.currentTimeMillis();
      takeCallSite(request, jdbc);
    }
    Requests.finished(request);
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

  private static void attach(Slot slot, @Nullable Object resultSet) {
    if (resultSet != null && slot.request != null && slot.request.folded() == null) {
      Cursor cursor = Carriers.cursorOf(resultSet);
      long position = slot.request.position();
      if (cursor.rowcall$position() != position || cursor.rowcall$request() != slot.request) {
        cursor.rowcall$request(slot.request);
        cursor.rowcall$position(position);
        cursor.rowcall$row(0);
        cursor.rowcall$visited(null);
      }
      slot.request.watchColumns();
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
    Request request = slot.request;
    if (request != null
        && !slot.executing
        && request.lastExecuted(Carriers.of(statement).rowcall$statement())
        && request.takesResultSet()) {
      attach(slot, resultSet);
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
    Object request = cursor.rowcall$request();
    if (request != null && rows > 0) {
      ((Request) request).rowsRead(cursor.rowcall$position(), rows);
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
    if (request != null && hash != Binds.NULL) {
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
