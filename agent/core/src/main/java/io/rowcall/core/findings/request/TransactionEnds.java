package io.rowcall.core.findings.request;

import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;

/** Relates the ends of a request's transactions to its executions. Stateless. */
public final class TransactionEnds {
  private TransactionEnds() {}

  /** Whether a transaction ended after the execution of one log row and before that of another. */
  public static boolean isBetween(Request request, int first, int second) {
    if (first < 0 || second < 0) {
      return false;
    }
    for (int i = 0; i < request.transactions.size(); i++) {
      int row = firstRowAfter(request, request.transactions.endNanos(i));
      if (row > first && row <= second) {
        return true;
      }
    }
    return false;
  }

  /**
   * The last log row before a retry that follows a rollback; -1 when nothing is retried. Pools roll
   * back read-only work when they take a connection back, so an execution must have failed or
   * written, in the transaction or in the next one.
   */
  public static int lastRowBeforeRetry(Request request, int end) {
    if (!request.transactions.isRolledBack(end)) {
      return -1;
    }
    int row = firstRowAfter(request, request.transactions.endNanos(end));
    int from = end == 0 ? 0 : firstRowAfter(request, request.transactions.endNanos(end - 1));
    int to =
        end + 1 < request.transactions.size()
            ? firstRowAfter(request, request.transactions.endNanos(end + 1))
            : request.log.size();
    for (int i = from; i < to; i++) {
      if (request.log.isFailed(i) || isWrite(request, i)) {
        return row - 1;
      }
    }
    return -1;
  }

  private static boolean isWrite(Request request, int row) {
    NormalizedSql normalized = (NormalizedSql) request.log.statement(row).scanned;
    if (normalized == null) {
      return true;
    }
    StatementKind kind = normalized.kind();
    return kind == StatementKind.INSERT
        || kind == StatementKind.UPDATE
        || kind == StatementKind.DELETE
        || kind == StatementKind.MERGE
        || kind == StatementKind.CALL
        || normalized.forUpdate();
  }

  private static int firstRowAfter(Request request, long nanos) {
    int row = request.log.size();
    while (row > 0 && request.log.startNanos(row - 1) - nanos >= 0) {
      row--;
    }
    return row;
  }
}
