package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.core.sql.StatementKind;

/** What the ends of a request's transactions tell about its executions. Without state. */
final class TransactionEnds {
  private TransactionEnds() {}

  /** Whether a transaction ended after one execution and before another. */
  static boolean endedBetween(Request request, int first, int second) {
    if (first < 0 || second < 0) {
      return false;
    }
    for (int i = 0; i < request.transactionEnds(); i++) {
      int row = firstAfter(request, request.transactionEndNanos(i));
      if (row > first && row <= second) {
        return true;
      }
    }
    return false;
  }

  /**
   * The first row of the log after a rollback that what follows is a retry of; -1 otherwise. Pools
   * roll back what only read when they take a connection back, so something must have failed or
   * been written, in the transaction or in the one after it.
   */
  static int retriedFrom(Request request, int end) {
    if (!request.rolledBack(end)) {
      return -1;
    }
    int row = firstAfter(request, request.transactionEndNanos(end));
    int from = end == 0 ? 0 : firstAfter(request, request.transactionEndNanos(end - 1));
    int to =
        end + 1 < request.transactionEnds()
            ? firstAfter(request, request.transactionEndNanos(end + 1))
            : request.logged();
    for (int i = from; i < to; i++) {
      if (request.failedExecution(i) || writes(request, i)) {
        // A row of the log counts as before those behind it: this one stands for the rollback.
        return row - 1;
      }
    }
    return -1;
  }

  private static boolean writes(Request request, int row) {
    NormalizedSql scanned = (NormalizedSql) request.statements[row].scanned;
    if (scanned == null) {
      return true;
    }
    StatementKind kind = scanned.kind();
    return kind == StatementKind.INSERT
        || kind == StatementKind.UPDATE
        || kind == StatementKind.DELETE
        || kind == StatementKind.MERGE
        || kind == StatementKind.CALL
        || scanned.forUpdate();
  }

  private static int firstAfter(Request request, long nanos) {
    int row = request.logged();
    while (row > 0 && request.starts[row - 1] - nanos >= 0) {
      row--;
    }
    return row;
  }
}
