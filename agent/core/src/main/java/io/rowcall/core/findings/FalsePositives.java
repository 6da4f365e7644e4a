package io.rowcall.core.findings;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.core.sql.NormalizedSql;

/** What looks like repeats for rows and is none. Without state. */
final class FalsePositives {
  /** Pauses between executions at least this long are waiting, not working. */
  private static final long PAUSE_NANOS = 20_000_000;

  private static final int LEAST_POLLS = 3;

  private FalsePositives() {}

  /**
   * Pages of one result: the same query, bounded, again and again. A bounded query by a key, whose
   * executions read a row each, is the newest of each and no page.
   */
  static boolean isPaging(Request request, StatementGroup group, RowMatch match) {
    NormalizedSql scanned = group.scanned();
    if (scanned == null || !scanned.hasLimit()) {
      return false;
    }
    if (KeyColumn.of(scanned) == null) {
      return true;
    }
    if (match == RowMatch.EXACT) {
      return false;
    }
    for (int i = 0; i < group.logged; i++) {
      if (request.rows[group.rowsOfLog[i]] > 1) {
        return match == RowMatch.NONE || scanned.text().contains(" OFFSET ?");
      }
    }
    return false;
  }

  /** One execution on each of several data sources: every tenant has its own, and is asked once. */
  static boolean isOnePerDataSource(Request request, StatementGroup group) {
    ConnectionLog holds = request.holds();
    if (group.logged != group.executions || holds.size() < group.logged) {
      return false;
    }
    boolean[] seen = new boolean[PoolStats.MAX];
    for (int i = 0; i < group.logged; i++) {
      int pool = poolOf(request, holds, request.starts[group.rowsOfLog[i]]);
      if (pool <= 0 || seen[pool]) {
        return false;
      }
      seen[pool] = true;
    }
    return true;
  }

  /** The ordinal of the pool whose connection was taken last before a moment; -1 if none was. */
  private static int poolOf(Request request, ConnectionLog holds, long moment) {
    int latest = -1;
    for (int row = 0; row < holds.size(); row++) {
      long since = moment - holds.start(row);
      boolean held = since >= 0 && since <= holds.heldNanos(row, request.endNanos);
      if (held && (latest < 0 || holds.start(row) - holds.start(latest) > 0)) {
        latest = row;
      }
    }
    return latest < 0 ? -1 : holds.pool(latest).ordinal;
  }

  /** The same question at intervals, with nothing else asked in between. */
  static boolean isPolling(Request request, StatementGroup group) {
    if (group.logged < LEAST_POLLS) {
      return false;
    }
    for (int i = 1; i < group.logged; i++) {
      int before = group.rowsOfLog[i - 1];
      int now = group.rowsOfLog[i];
      long pause = request.starts[now] - request.starts[before] - request.elapsed[before];
      if (now != before + 1 || pause < PAUSE_NANOS) {
        return false;
      }
    }
    return true;
  }
}
