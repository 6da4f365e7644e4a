package io.rowcall.boot.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Log of a request's executions and outgoing calls, in order: parallel arrays, one row for each.
 * Appending is seven stores, and allocates nothing once the arrays have grown.
 *
 * <p>A job that executes a million times uses constant memory, and its totals stay exact: most
 * executions beyond {@link #COMMON_ROWS} are only added to sums per statement ({@link Overflow}).
 * The rows from there to {@link #MAX_ROWS} are reserved for the first executions of each statement,
 * so that a loop is recognized that starts late in the job.
 *
 * <p>Counts how often each statement was executed, because the repeat decides whether a call site
 * is worth taking. Grouping, percentiles, and findings are the engine's work, on its own thread.
 */
public final class ExecutionLog {
  /** Executions of one request that are kept one by one, at most. */
  public static final int MAX_ROWS = 4096;

  /** Of these, rows for executions of any statement. */
  public static final int COMMON_ROWS = 3072;

  /** Executions of a statement that may use the reserved rows. */
  public static final int RESERVED_PER_STATEMENT = 64;

  private static final int FIRST_CAPACITY = 32;
  private static final int FIRST_ORDINALS = 64;

  /** Longer arrays are not kept for the next request. */
  private static final int MAX_REUSED_CAPACITY = 1024;

  /** Sign bit of a batch size: the execution failed. */
  private static final int FAILED = Integer.MIN_VALUE;

  private SqlStatement[] statements = new SqlStatement[FIRST_CAPACITY];
  private long[] starts = new long[FIRST_CAPACITY];
  private long[] elapsed = new long[FIRST_CAPACITY];
  private long[] bindHashes = new long[FIRST_CAPACITY];
  private int[] rowsRead = new int[FIRST_CAPACITY];
  private int[] batches = new int[FIRST_CAPACITY];
  private int size;

  /** Rows that can be used without asking {@link #makeRoom}. */
  private int limit = FIRST_CAPACITY;

  /** Whether the last execution has no row. */
  private boolean lastInOverflow;

  /** Executions by the statement's ordinal. */
  private int[] repeats = new int[FIRST_ORDINALS];

  /**
   * The arrays above, for a thread that does not own the log: written whenever these are replaced,
   * before any row beyond the old ones is published. See {@link Branch}.
   */
  private volatile LoggedRows rows = shareRows();

  /** Of rows that were logged when they started; null while there are none. */
  private volatile PendingExecution @Nullable [] pending;

  private @Nullable Overflow overflow;
  private long executionNanos;

  /** Rows that are outgoing calls. */
  private int calls;

  private long callNanos;

  /** The row whose current result set was taken by a call of its own; -1 for none. */
  private int resultSetTaken = -1;

  ExecutionLog() {}

  // ---- Writing: the thread that owns the request ----

  /**
   * Appends one execution.
   *
   * @param batch commands of the batch; 0 when it is none
   * @return how often this log now has the statement
   */
  public int append(
      SqlStatement statement, long start, long nanos, long bindHash, int batch, boolean failed) {
    boolean call = statement.isCall();
    if (call) {
      callNanos += nanos;
    } else {
      executionNanos += nanos;
    }
    int ordinal = statement.ordinal;
    if (ordinal >= repeats.length) {
      repeats = Arrays.copyOf(repeats, Math.max(ordinal + 1, repeats.length * 2));
    }
    int row = size;
    if (row >= limit && !makeRoom(ordinal)) {
      openOverflow().add(ordinal, statement, nanos, batch, failed);
      lastInOverflow = true;
      return ++repeats[ordinal];
    }
    statements[row] = statement;
    starts[row] = start;
    elapsed[row] = nanos;
    bindHashes[row] = bindHash;
    rowsRead[row] = 0;
    batches[row] = failed ? batch | FAILED : batch;
    size = row + 1;
    if (call) {
      calls++;
    }
    return ++repeats[ordinal];
  }

  /** Gives the last row, if the last execution has one, its duration when that is known. */
  public void attach(PendingExecution execution) {
    if (!lastInOverflow) {
      attach(size - 1, execution);
    }
  }

  private void attach(int row, PendingExecution execution) {
    PendingExecution[] known = pending;
    if (known == null) {
      known = new PendingExecution[statements.length];
      pending = known;
    } else if (row >= known.length) {
      known = Arrays.copyOf(known, statements.length);
      pending = known;
    }
    known[row] = execution;
  }

  /** Makes room for a row; false when there is none for this statement. */
  private boolean makeRoom(int ordinal) {
    if (limit < COMMON_ROWS) {
      limit = Math.min(limit * 2, COMMON_ROWS);
      grow(limit);
      return true;
    }
    if (size == MAX_ROWS || repeats[ordinal] >= RESERVED_PER_STATEMENT) {
      return false;
    }
    if (statements.length < MAX_ROWS) {
      grow(MAX_ROWS);
    }
    lastInOverflow = false;
    return true;
  }

  private void grow(int capacity) {
    statements = Arrays.copyOf(statements, capacity);
    starts = Arrays.copyOf(starts, capacity);
    elapsed = Arrays.copyOf(elapsed, capacity);
    bindHashes = Arrays.copyOf(bindHashes, capacity);
    rowsRead = Arrays.copyOf(rowsRead, capacity);
    batches = Arrays.copyOf(batches, capacity);
    rows = shareRows();
  }

  private LoggedRows shareRows() {
    return new LoggedRows(statements, starts, elapsed, bindHashes, rowsRead, batches);
  }

  private Overflow openOverflow() {
    Overflow open = overflow;
    if (open == null) {
      open = new Overflow();
      overflow = open;
    }
    return open;
  }

  void addRowsRead(int row, int count) {
    if (row < size) {
      rowsRead[row] += count;
    }
  }

  /** Whether the last execution has a row: the last one, {@code size() - 1}. */
  public boolean isLastLogged() {
    return size > 0 && !lastInOverflow;
  }

  /** Whether the last execution is of this statement, and has a row. */
  public boolean endsWith(@Nullable Object statement) {
    return isLastLogged() && statements[size - 1] == statement;
  }

  /** Takes the last execution's result set; false when it was taken before. */
  public boolean takeResultSet() {
    int last = size - 1;
    boolean first = last != resultSetTaken;
    resultSetTaken = last;
    return first;
  }

  /** The last execution has another result set to be taken. */
  public void onMoreResults() {
    resultSetTaken = -1;
  }

  // ---- Merging: the owner of this log, and of the other one or of its published rows ----

  /**
   * Appends a row of another log.
   *
   * @return false when it went into the overflow
   */
  boolean copy(ExecutionLog other, int row) {
    LoggedRows from = other.rows;
    int own = size;
    int batch = from.batches[row];
    append(
        from.statements[row],
        from.starts[row],
        from.elapsed[row],
        from.bindHashes[row],
        batch & ~FAILED,
        batch < 0);
    if (size == own) {
      return false;
    }
    rowsRead[own] = from.rowsRead[row];
    PendingExecution execution = other.pendingAt(row);
    if (execution != null) {
      attach(own, execution);
    }
    return true;
  }

  /** When the execution of a published row started. */
  long publishedStartNanos(int row) {
    return rows.starts[row];
  }

  /** Adds the overflow of another log. */
  void addOverflow(ExecutionLog other) {
    if (other.overflow == null) {
      return;
    }
    openOverflow().addAll(other.overflow);
    long logged = 0;
    long loggedCalls = 0;
    for (int row = 0; row < other.size; row++) {
      if (other.statements[row].isCall()) {
        loggedCalls += other.elapsed[row];
      } else {
        logged += other.elapsed[row];
      }
    }
    executionNanos += other.executionNanos - logged;
    callNanos += other.callNanos - loggedCalls;
  }

  /** Drops the first rows. */
  void dropFirst(int count) {
    for (int row = 0; row < count; row++) {
      repeats[statements[row].ordinal] = 0;
      if (statements[row].isCall()) {
        callNanos -= elapsed[row];
        calls--;
      } else {
        executionNanos -= elapsed[row];
      }
    }
    int left = size - count;
    PendingExecution[] known = pending;
    if (known != null) {
      known = Arrays.copyOf(known, statements.length);
      System.arraycopy(known, count, known, 0, left);
      Arrays.fill(known, left, known.length, null);
      pending = known;
    }
    System.arraycopy(statements, count, statements, 0, left);
    System.arraycopy(starts, count, starts, 0, left);
    System.arraycopy(elapsed, count, elapsed, 0, left);
    System.arraycopy(bindHashes, count, bindHashes, 0, left);
    System.arraycopy(rowsRead, count, rowsRead, 0, left);
    System.arraycopy(batches, count, batches, 0, left);
    size = left;
  }

  /**
   * Sorts the rows by start, because executions of several threads were appended.
   *
   * @return the new row by the old one; null when they were in order
   */
  int @Nullable [] sortByStart() {
    int[] order = StartTimeSorter.sort(starts, size);
    if (order == null) {
      return null;
    }
    int[] movedTo = new int[size];
    for (int row = 0; row < size; row++) {
      movedTo[order[row]] = row;
    }
    SqlStatement[] sortedStatements = new SqlStatement[statements.length];
    for (int row = 0; row < size; row++) {
      sortedStatements[row] = statements[order[row]];
    }
    statements = sortedStatements;
    starts = sorted(starts, order);
    elapsed = sorted(elapsed, order);
    bindHashes = sorted(bindHashes, order);
    rowsRead = sorted(rowsRead, order);
    batches = sorted(batches, order);
    rows = shareRows();
    if (pending != null) {
      PendingExecution[] sortedPending = new PendingExecution[statements.length];
      for (int row = 0; row < size; row++) {
        sortedPending[row] = pendingAt(order[row]);
      }
      pending = sortedPending;
    }
    return movedTo;
  }

  private static long[] sorted(long[] values, int[] order) {
    long[] sorted = new long[values.length];
    for (int row = 0; row < order.length; row++) {
      sorted[row] = values[order[row]];
    }
    return sorted;
  }

  private static int[] sorted(int[] values, int[] order) {
    int[] sorted = new int[values.length];
    for (int row = 0; row < order.length; row++) {
      sorted[row] = values[order[row]];
    }
    return sorted;
  }

  // ---- Asynchronous executions: the engine ----

  /** Whether all asynchronous executions have ended. */
  public boolean isSettled() {
    if (pending != null) {
      for (int row = 0; row < size; row++) {
        PendingExecution execution = pendingAt(row);
        if (execution != null && !execution.isComplete()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Fills in the durations of asynchronous executions; those that are pending end now. */
  public void settle(long nowNanos) {
    if (pending == null) {
      return;
    }
    for (int row = 0; row < size; row++) {
      PendingExecution execution = pendingAt(row);
      if (execution != null) {
        long nanos = execution.elapsedNanos(nowNanos);
        if (statements[row].isCall()) {
          callNanos += nanos - elapsed[row];
        } else {
          executionNanos += nanos - elapsed[row];
        }
        elapsed[row] = nanos;
        if (execution.isFailed()) {
          batches[row] |= FAILED;
        }
      }
    }
    pending = null;
  }

  private @Nullable PendingExecution pendingAt(int row) {
    PendingExecution[] known = pending;
    return known == null || row >= known.length ? null : known[row];
  }

  // ---- Reading ----

  /** Executions and calls that have a row: 0 to this, exclusive. */
  public int size() {
    return size;
  }

  public SqlStatement statement(int row) {
    return statements[row];
  }

  /** When the execution started, by {@link System#nanoTime()}. */
  public long startNanos(int row) {
    return starts[row];
  }

  public long elapsedNanos(int row) {
    return elapsed[row];
  }

  /** Hash of the values that were bound, or of the text; 0 for none. */
  public long bindHash(int row) {
    return bindHashes[row];
  }

  public int rowsRead(int row) {
    return rowsRead[row];
  }

  /** Commands of the batch; 0 when it was no batch. */
  public int batchSize(int row) {
    return batches[row] & ~FAILED;
  }

  public boolean isFailed(int row) {
    return batches[row] < 0;
  }

  /** How often the statement was executed; 0 for one that this log has not seen. */
  public int executions(SqlStatement statement) {
    return statement.ordinal < repeats.length ? repeats[statement.ordinal] : 0;
  }

  /** How often the statement was executed. */
  int repeats(SqlStatement statement) {
    return repeats[statement.ordinal];
  }

  /** All executions, those beyond the rows included, without outgoing calls. */
  public long executions() {
    int logged = size - calls;
    Overflow beyond = overflow; // Read once: another thread may read this while it is cleared.
    return beyond == null ? logged : logged + beyond.total() - beyond.calls();
  }

  /** All outgoing calls, those beyond the rows included. */
  public long calls() {
    Overflow beyond = overflow;
    return beyond == null ? calls : calls + beyond.calls();
  }

  /** Outgoing calls that have a row. */
  int loggedCalls() {
    return calls;
  }

  /** Nanoseconds spent in outgoing calls, as a plain sum. */
  public long callNanos() {
    return callNanos;
  }

  /** Nanoseconds spent in executions, as a plain sum, without outgoing calls. */
  public long executionNanos() {
    return executionNanos;
  }

  /** Sums of the executions beyond the rows; null when each has a row. */
  public @Nullable Overflow overflow() {
    return overflow;
  }

  void clear() {
    if (overflow != null || statements.length > MAX_REUSED_CAPACITY) {
      statements = new SqlStatement[FIRST_CAPACITY];
      starts = new long[FIRST_CAPACITY];
      elapsed = new long[FIRST_CAPACITY];
      bindHashes = new long[FIRST_CAPACITY];
      rowsRead = new int[FIRST_CAPACITY];
      batches = new int[FIRST_CAPACITY];
      rows = shareRows();
      repeats = new int[FIRST_ORDINALS];
      overflow = null;
      limit = FIRST_CAPACITY;
      lastInOverflow = false;
    } else {
      for (int row = 0; row < size; row++) {
        repeats[statements[row].ordinal] = 0;
      }
    }
    size = 0;
    executionNanos = 0;
    if (pending != null) { // A volatile write costs more than a read.
      pending = null;
    }
    calls = 0;
    callNanos = 0;
    resultSetTaken = -1;
  }
}
