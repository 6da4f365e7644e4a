package io.rowcall.core.findings;

import io.rowcall.boot.request.ExecutionLog;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * One request that shows a finding, with at most {@value #MAX_EXECUTIONS} of its executions in
 * order: its parent's first, then the repeats, then others, each as far as there is room.
 * Immutable.
 */
public final class ExampleRequest {
  public static final int MAX_EXECUTIONS = 100;

  /** Room for executions of the parent and of the repeated statements. */
  private static final int MAX_PARENTS = 10;

  private static final int MAX_REPEATS = 75;

  public final long startMillis;
  public final long nanos;
  public final long executions;
  public final @Nullable String traceId;
  private final boolean cold;
  private final SqlStatement[] statements;
  private final long[] startNanos;
  private final long[] elapsedNanos;
  private final int[] rows;

  private ExampleRequest(Request request, boolean cold, int[] selected) {
    ExecutionLog log = request.log;
    this.startMillis = request.startMillis;
    this.nanos = request.endNanos - request.startNanos;
    this.executions = log.executions();
    this.traceId = TraceId.of(request);
    this.cold = cold;
    statements = new SqlStatement[selected.length];
    startNanos = new long[selected.length];
    elapsedNanos = new long[selected.length];
    rows = new int[selected.length];
    for (int i = 0; i < selected.length; i++) {
      int row = selected[i];
      statements[i] = log.statement(row);
      startNanos[i] = log.startNanos(row) - request.startNanos;
      elapsedNanos[i] = log.elapsedNanos(row);
      rows[i] = log.rowsRead(row);
    }
  }

  /**
   * @param cold whether the request belongs to the endpoint's warm-up
   */
  public static ExampleRequest of(Request request, Detection detection, boolean cold) {
    return new ExampleRequest(request, cold, select(request.log, detection));
  }

  private static int[] select(ExecutionLog log, Detection detection) {
    int size = log.size();
    boolean all = size <= MAX_EXECUTIONS;
    boolean[] chosen = new boolean[size];
    int left = MAX_EXECUTIONS;
    if (!all) {
      left -= choose(log, detection.parent(), MAX_PARENTS, chosen);
      left -= choose(log, detection.statement, MAX_REPEATS, chosen);
      for (SqlStatement other : detection.others()) {
        left -= choose(log, other, Math.min(left, MAX_PARENTS), chosen);
      }
      left -= choose(log, null, left, chosen);
    }
    int[] rows = new int[all ? size : MAX_EXECUTIONS - left];
    for (int row = 0, i = 0; row < size; row++) {
      if (all || chosen[row]) {
        rows[i++] = row;
      }
    }
    return rows;
  }

  /** Chooses the first executions of a statement, or of any if null; returns their number. */
  private static int choose(
      ExecutionLog log, @Nullable SqlStatement statement, int max, boolean[] chosen) {
    int count = 0;
    for (int row = 0; row < chosen.length && count < max; row++) {
      if (!chosen[row] && (statement == null || log.statement(row) == statement)) {
        chosen[row] = true;
        count++;
      }
    }
    return count;
  }

  /** Whether another request is a better example: after the warm-up, or with more executions. */
  public boolean isWorseThan(long otherExecutions, boolean otherCold) {
    return cold == otherCold ? otherExecutions > executions : cold;
  }

  /** Number of executions that are listed. */
  public int size() {
    return statements.length;
  }

  public SqlStatement statement(int i) {
    return statements[i];
  }

  /** From the start of the request. */
  public long startNanos(int i) {
    return startNanos[i];
  }

  public long elapsedNanos(int i) {
    return elapsedNanos[i];
  }

  public int rows(int i) {
    return rows[i];
  }
}
