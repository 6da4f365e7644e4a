package io.rowcall.core.findings.request;

import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Executions of one statement in one request. Reused from request to request. */
public final class StatementGroup {
  private SqlStatement statement = SqlStatement.OTHER;

  /** Rows of the request's log, in order. The first {@link #logged} are in use. */
  private int[] rowsOfLog = new int[8];

  private int logged;
  long executions;
  long nanos;
  long errors;
  long rows;
  long batched;
  private @Nullable Object callSite;
  private int votes;

  void reset(SqlStatement newStatement) {
    statement = newStatement;
    logged = 0;
    executions = 0;
    nanos = 0;
    errors = 0;
    rows = 0;
    batched = 0;
    callSite = null;
    votes = 0;
  }

  /** Keeps the most frequent call site (Boyer–Moore majority vote). */
  void addCallSite(Object site) {
    if (votes == 0) {
      callSite = site;
      votes = 1;
    } else {
      votes += site.equals(callSite) ? 1 : -1;
    }
  }

  void addRow(int row) {
    if (logged == rowsOfLog.length) {
      rowsOfLog = Arrays.copyOf(rowsOfLog, logged * 2);
    }
    rowsOfLog[logged++] = row;
  }

  public SqlStatement statement() {
    return statement;
  }

  /** The normalized statement; null for {@link SqlStatement#OTHER}. */
  public @Nullable NormalizedSql normalized() {
    return (NormalizedSql) statement.scanned;
  }

  public StatementKind kind() {
    NormalizedSql normalized = normalized();
    return normalized == null ? StatementKind.OTHER : normalized.kind();
  }

  /** All executions, including those beyond the request's log. */
  public long executions() {
    return executions;
  }

  /** Executions that did not fail. */
  public long successes() {
    return executions - errors;
  }

  public long errors() {
    return errors;
  }

  /** Sum of all executions' times; parallel executions count several times. */
  public long nanos() {
    return nanos;
  }

  /** Rows read from the results. */
  public long rows() {
    return rows;
  }

  /** Commands in the batches. */
  public long batched() {
    return batched;
  }

  /** The most frequent of the captured call sites, or null. */
  public @Nullable Object callSite() {
    return callSite;
  }

  /** Executions within the request's log. */
  public int logged() {
    return logged;
  }

  /** Whether the request's log has a row for each execution. */
  public boolean isFullyLogged() {
    return logged == executions;
  }

  /** The request's log row of execution {@code i}, for {@code i} below {@link #logged()}. */
  public int row(int i) {
    return rowsOfLog[i];
  }

  /** The request's log row of the first execution. */
  public int firstRow() {
    return rowsOfLog[0];
  }

  /** The request's log row of the last execution within the log. */
  public int lastRow() {
    return rowsOfLog[logged - 1];
  }

  /** Time during which at least one execution ran: parallel executions count once. */
  public long busyNanos(Request request) {
    long busy = 0;
    long sum = 0;
    long end = 0;
    for (int i = 0; i < logged; i++) {
      int row = rowsOfLog[i];
      long from = request.log.startNanos(row);
      long to = from + request.log.elapsedNanos(row);
      sum += request.log.elapsedNanos(row);
      if (i == 0 || from - end >= 0) {
        busy += to - from;
        end = to;
      } else if (to - end > 0) {
        busy += to - end;
        end = to;
      }
    }
    return busy + Math.max(0, nanos - sum);
  }

  /** Whether both statements read a common table. */
  public boolean readsTableOf(StatementGroup other) {
    NormalizedSql own = normalized();
    NormalizedSql others = other.normalized();
    return own != null && others != null && own.mayReadTablesReadBy(others);
  }
}
