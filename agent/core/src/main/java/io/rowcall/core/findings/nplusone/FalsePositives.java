package io.rowcall.core.findings.nplusone;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.sql.KeyColumn;
import io.rowcall.core.sql.NormalizedSql;

/** Recognizes repeats that are not executions for rows: paging, polling, sharding. Stateless. */
public final class FalsePositives {
  /** Pauses of at least this length mean that the request waits. */
  private static final long PAUSE_NANOS = 20_000_000;

  private static final int MIN_POLLS = 3;

  private FalsePositives() {}

  /**
   * Whether the executions read pages of one result: the same query with a limit, again and again.
   * A query by key with a limit that reads one row each time is "the newest of each", not a page.
   */
  static boolean isPaging(Request request, StatementGroup group, RowMatch match) {
    NormalizedSql normalized = group.normalized();
    if (normalized == null || !normalized.hasLimit()) {
      return false;
    }
    if (KeyColumn.of(normalized) == null) {
      return true;
    }
    if (match == RowMatch.EXACT) {
      return false;
    }
    for (int i = 0; i < group.logged(); i++) {
      if (request.log.rowsRead(group.row(i)) > 1) {
        return match == RowMatch.NONE || normalized.text().contains(" OFFSET ?");
      }
    }
    return false;
  }

  /** Whether each execution ran on another data source, as with one database per tenant. */
  public static boolean isOncePerDataSource(Request request, StatementGroup group) {
    ConnectionLog leases = request.connections;
    if (!group.isFullyLogged() || leases.size() < group.logged()) {
      return false;
    }
    boolean[] seen = new boolean[PoolStats.MAX];
    for (int i = 0; i < group.logged(); i++) {
      int pool = poolAt(request, leases, request.log.startNanos(group.row(i)));
      if (pool <= 0 || seen[pool]) {
        return false;
      }
      seen[pool] = true;
    }
    return true;
  }

  /** Ordinal of the pool whose connection was acquired last and is still held; -1 if none. */
  private static int poolAt(Request request, ConnectionLog leases, long nanos) {
    int latest = -1;
    for (int row = 0; row < leases.size(); row++) {
      long since = nanos - leases.startNanos(row);
      boolean held = since >= 0 && since <= leases.heldNanos(row, request.endNanos);
      if (held && (latest < 0 || leases.startNanos(row) - leases.startNanos(latest) > 0)) {
        latest = row;
      }
    }
    return latest < 0 ? -1 : leases.pool(latest).ordinal;
  }

  /** Whether the same query runs at intervals, with nothing else in between. */
  public static boolean isPolling(Request request, StatementGroup group) {
    if (group.logged() < MIN_POLLS) {
      return false;
    }
    for (int i = 1; i < group.logged(); i++) {
      int previous = group.row(i - 1);
      int current = group.row(i);
      long pause =
          request.log.startNanos(current)
              - request.log.startNanos(previous)
              - request.log.elapsedNanos(previous);
      if (current != previous + 1 || pause < PAUSE_NANOS) {
        return false;
      }
    }
    return true;
  }
}
