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
    SqlStatement known = SqlStatement.OTHER;
    long binds = 0;
    try {
      Carrier carrier = Carriers.of(statement);
      carrier.rowcall$batch(Binds.EXECUTED);
      known = known(carrier.rowcall$statement());
      binds = carrier.rowcall$binds();
    } catch (Throwable ours) {
      suppressed(ours); // What it was is lost; that it was is not.
    }
    record(slot, known, nanos, binds, 0, failed, statement, result);
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
      known = Statements.of(sql, dialect);
      Carriers.of(statement).rowcall$statement(known);
    } catch (Throwable ours) {
      suppressed(ours);
    }
    record(slot, known, nanos, sql == null ? 0 : sql.hashCode(), 0, failed, statement, result);
  }

  /** Starts the execution of a batch. Its size is read now: drivers empty it on the way. */
  public static @Nullable Slot batchStarts(Object statement) {
    Slot slot = executionStarts();
    if (slot != null) {
      slot.batch = 0;
      try {
        slot.batch = Math.max(Carriers.of(statement).rowcall$batch(), 0);
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
    long ended = System.nanoTime();
    try {
      Carrier carrier = Carriers.of(statement);
      carrier.rowcall$batch(Binds.EXECUTED);
      known = known(carrier.rowcall$statement());
      binds = carrier.rowcall$binds();
    } catch (Throwable ours) {
      suppressed(ours);
    }
    if (slot == null) {
      return;
    }
    slot.executing = false;
    long nanos = ended - slot.executionStartNanos;
    record(slot, known, nanos, binds, slot.batch, failed, statement, null);
  }

  private static SqlStatement known(@Nullable Object statement) {
    return statement == null ? SqlStatement.OTHER : (SqlStatement) statement;
  }

  /** Counts first: whatever evidence may fail afterwards, the execution is in the log. */
  private static void record(
      Slot slot,
      SqlStatement statement,
      long nanos,
      long binds,
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
    if (nanos > Settings.slowQueryNanos || request.wantsCallSite()) {
      takeCallSite(request, jdbc);
    } else if (repeat == 1 && statement.firstSitesWanted > 0) {
      statement.firstSitesWanted--;
      takeCallSite(request, jdbc);
    } else if (repeat == 3 && statement.repeatSitesWanted > 0) {
      statement.repeatSitesWanted--;
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
      cursor.rowcall$request(request);
      cursor.rowcall$position(request.position());
      request.watchColumns();
    }
  }

  /** Rows of what no request logs are counted for the statement. */
  private static void attachOutside(Slot slot, SqlStatement statement, @Nullable Object resultSet) {
    if (resultSet == null) {
      slot.outside = statement;
    } else {
      slot.outside = null;
      Carriers.cursorOf(resultSet).rowcall$request(statement);
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
    Object known = Carriers.of(statement).rowcall$statement();
    Request request = slot.request;
    if (slot.outside != null && slot.outside == known) {
      attachOutside(slot, slot.outside, resultSet);
    } else if (request != null && request.lastExecuted(known) && request.takesResultSet()) {
      attach(request, resultSet);
    }
  }

  /** {@code ResultSet.next} has moved to a row. */
  public static void rowRead(Object resultSet) {
    Cursor cursor = Carriers.cursorOf(resultSet);
    Object counted = cursor.rowcall$request();
    if (counted instanceof Request) {
      ((Request) counted).rowRead(cursor.rowcall$position());
    } else if (counted != null) {
      ((SqlStatement) counted).rowReadOutside();
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
    if (request instanceof Request) {
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
