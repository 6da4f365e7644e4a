package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The executions of one statement in one request. Reused from request to request. */
public final class StatementGroup {
  SqlStatement statement = SqlStatement.OTHER;

  /** The rows of the request's log, in order; the first {@link #logged} are of this use. */
  int[] rowsOfLog = new int[8];

  int logged;
  long executions;
  long nanos;
  long errors;
  long rows;
  long batched;
  @Nullable Object callSite;
  private int votes;

  void begin(SqlStatement of) {
    statement = of;
    logged = 0;
    executions = 0;
    nanos = 0;
    errors = 0;
    rows = 0;
    batched = 0;
    callSite = null;
    votes = 0;
  }

  /** Of several call sites, the one of most executions: the majority vote of Boyer and Moore. */
  void calledAt(Object site) {
    if (votes == 0) {
      callSite = site;
      votes = 1;
    } else {
      votes += site.equals(callSite) ? 1 : -1;
    }
  }

  void add(int row) {
    if (logged == rowsOfLog.length) {
      rowsOfLog = Arrays.copyOf(rowsOfLog, logged * 2);
    }
    rowsOfLog[logged++] = row;
  }

  /** The row of the log of its first execution. */
  int first() {
    return rowsOfLog[0];
  }

  /** Executions that did not fail. */
  long successes() {
    return executions - errors;
  }

  /** Time in which at least one of its executions ran: parallel ones count once. */
  long unionNanos(Request request) {
    long union = 0;
    long sum = 0;
    long end = 0;
    for (int i = 0; i < logged; i++) {
      int row = rowsOfLog[i];
      long from = request.starts[row];
      long to = from + request.elapsed[row];
      sum += request.elapsed[row];
      if (i == 0 || from - end >= 0) {
        union += to - from;
        end = to;
      } else if (to - end > 0) {
        union += to - end;
        end = to;
      }
    }
    return union + Math.max(0, nanos - sum);
  }

  /** What the scanner knows of the statement; null for {@link SqlStatement#OTHER}. */
  @Nullable NormalizedSql scanned() {
    return (NormalizedSql) statement.scanned;
  }

  StatementKind kind() {
    NormalizedSql scanned = scanned();
    return scanned == null ? StatementKind.OTHER : scanned.kind();
  }

  public SqlStatement statement() {
    return statement;
  }

  /** Executions, logged and folded. */
  public long executions() {
    return executions;
  }

  public long nanos() {
    return nanos;
  }

  public long errors() {
    return errors;
  }

  /** Rows read from its results. */
  public long rows() {
    return rows;
  }

  /** Commands in its batches. */
  public long batched() {
    return batched;
  }

  /** The row of the request's log of execution {@code i}, for {@code i} below {@link #logged()}. */
  public int row(int i) {
    return rowsOfLog[i];
  }

  /** Where most of its executions came from, of those whose call sites were taken; or null. */
  public @Nullable Object callSite() {
    return callSite;
  }

  /** Executions that stand in the request's log. */
  public int logged() {
    return logged;
  }
}
