package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/** Builder of a finished request, execution by execution, with explicit times. */
public final class WrittenRequest {
  private final Request request = new Request();

  public WrittenRequest(String method, String path) {
    request.begin(method, path);
    request.startNanos = 0;
  }

  /** Sets the start, on the clock of the executions; 0 by default. */
  public WrittenRequest starts(long nanos) {
    request.startNanos = nanos;
    return this;
  }

  /** Adds the end of a transaction. */
  public WrittenRequest transactionEnded(boolean committed, long nanos) {
    request.transactions.record(committed, nanos);
    return this;
  }

  /** Adds a cache hit. */
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
    if (request.log.isLastLogged()) {
      request.log.addRowsRead(request.log.size() - 1, rows);
    }
    if (site != null) {
      request.evidence.addCallSite(site);
    }
    return this;
  }

  /** Adds a lease of a connection. */
  public WrittenRequest held(PoolStats pool, long start, long nanos) {
    ConnectionLog leases = request.connections;
    leases.endLease(leases.startLease(pool, start, start, true), start + nanos);
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
