package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/** A request that a test writes down, execution by execution, with times of its choice. */
public final class WrittenRequest {
  private final Request request = new Request();

  public WrittenRequest(String method, String path) {
    request.begin(method, path);
    request.startNanos = 0;
  }

  /** When it starts, on the clock of its executions; 0 unless it is said. */
  public WrittenRequest starts(long nanos) {
    request.startNanos = nanos;
    return this;
  }

  /** A transaction ended. */
  public WrittenRequest transactionEnded(boolean committed, long nanos) {
    request.transactions.record(committed, nanos);
    return this;
  }

  /** A value was found in a cache. */
  public WrittenRequest hitsCache() {
    request.cacheLookups.addTotals(1, 0);
    return this;
  }

  public WrittenRequest executed(
      SqlStatement statement,
      long start,
      long nanos,
      long binds,
      int batch,
      int rows,
      boolean failed,
      @Nullable Object site) {
    request.log.append(statement, start, nanos, binds, batch, failed);
    if (request.log.overflow() == null) {
      request.log.addRowsRead(request.log.size() - 1, rows);
    }
    if (site != null) {
      request.addCallSite(site);
    }
    return this;
  }

  /** A connection of a data source that was held for a time. */
  public WrittenRequest held(PoolStats pool, long start, long nanos) {
    ConnectionLog holds = request.connections;
    holds.endLease(holds.startLease(pool, start, start, true), start + nanos);
    return this;
  }

  /** A connection that the request waits for and never closes. */
  public WrittenRequest leaked(PoolStats pool, long askedNanos, long acquiredNanos) {
    request.connections.startLease(pool, askedNanos, acquiredNanos, true);
    return this;
  }

  /** Closes the connection that was acquired last. */
  public WrittenRequest closesConnection(long nanos) {
    request.connections.endLease(request.connections.size() - 1, nanos);
    return this;
  }

  /** The finished request. */
  public Request ends(long nanos, int status) {
    request.endNanos = nanos;
    request.status = status;
    request.failed = status >= 500;
    return request;
  }
}
