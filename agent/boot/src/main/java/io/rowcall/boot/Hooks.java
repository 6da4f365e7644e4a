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
    carrier.rowcall$batch(Binds.EXECUTED);
  }

  public static void bind(Object statement, int index, long value) {
    Carrier carrier = Carriers.of(statement);
    long before = carrier.rowcall$binds();
    if (carrier.rowcall$batch() == Binds.EXECUTED) {
      carrier.rowcall$batch(0);
      before = 0;
    }
    carrier.rowcall$binds(Binds.mix(before, index, value));
  }

  public static void bind(Object statement, int index, @Nullable Object value) {
    bind(statement, index, Binds.of(value));
  }

  public static void bind(Object statement, @Nullable String name, @Nullable Object value) {
    bind(statement, name == null ? 0 : name.hashCode(), Binds.of(value));
  }

  public static void addBatch(Object statement) {
    Carrier carrier = Carriers.of(statement);
    int size = carrier.rowcall$batch();
    carrier.rowcall$batch(size < 0 ? 1 : size + 1);
  }

  /** A command was added by its text: the batch is named after its first command. */
  public static void addBatch(Object statement, @Nullable String sql, int dialect) {
    Carrier carrier = Carriers.of(statement);
    int size = carrier.rowcall$batch();
    if (size <= 0) {
      carrier.rowcall$statement(Statements.of(sql, dialect));
      size = 0;
    }
    carrier.rowcall$batch(size + 1);
  }

  public static void clearBatch(Object statement) {
    Carriers.of(statement).rowcall$batch(Binds.EXECUTED);
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
    carrier.rowcall$batch(Binds.EXECUTED);
    record(
        slot,
        known(carrier.rowcall$statement()),
        nanos,
        carrier.rowcall$binds(),
        0,
        failed,
        statement);
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
      slot.batch = Math.max(Carriers.of(statement).rowcall$batch(), 0);
    }
    return slot;
  }

  /** Ends the execution of a batch, whatever became of it: the next batch starts empty. */
  public static void batchEnds(@Nullable Slot slot, Object statement, boolean failed) {
    Carrier carrier = Carriers.of(statement);
    carrier.rowcall$batch(Binds.EXECUTED);
    if (slot == null) {
      return;
    }
    long nanos = System.nanoTime() - slot.executionStartNanos;
    slot.executing = false;
    record(
        slot,
        known(carrier.rowcall$statement()),
        nanos,
        carrier.rowcall$binds(),
        slot.batch,
        failed,
        statement);
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
    HttpHooks.executesForNobody();
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
      cursor.rowcall$request(slot.request);
      cursor.rowcall$position(slot.request.position());
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

  /** {@code ResultSet.next} has moved to a row. */
  public static void rowRead(Object resultSet) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    Object request = cursor.rowcall$request();
    if (request != null) {
      ((Request) request).rowRead(cursor.rowcall$position());
    }
  }

  // ---- Values: nothing but one plain read while nobody watches ----

  public static void columnRead(Object resultSet, int column, long value) {
    if (ColumnValues.wanted) {
      columnRead(resultSet, column, null, value);
    }
  }

  public static void columnRead(Object resultSet, int column, @Nullable Object value) {
    if (ColumnValues.wanted && value != null) {
      columnRead(resultSet, column, null, Binds.of(value));
    }
  }

  public static void columnRead(Object resultSet, @Nullable String label, long value) {
    if (ColumnValues.wanted) {
      columnRead(resultSet, 0, label, value);
    }
  }

  public static void columnRead(Object resultSet, @Nullable String label, @Nullable Object value) {
    if (ColumnValues.wanted && value != null) {
      columnRead(resultSet, 0, label, Binds.of(value));
    }
  }

  private static void columnRead(Object resultSet, int column, @Nullable String label, long hash) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    Object request = cursor.rowcall$request();
    if (request != null) {
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
