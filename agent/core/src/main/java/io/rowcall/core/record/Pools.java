package io.rowcall.core.record;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import java.util.ArrayList;
import java.util.List;

/** Totals of all pools, by ordinal. Guarded by the lock of {@link Aggregate}. */
final class Pools {
  private final PoolNames names;
  private final List<PoolTotals> totals = new ArrayList<PoolTotals>();

  Pools(PoolNames names) {
    this.names = names;
  }

  List<PoolTotals> all() {
    List<PoolStats> known = names.all();
    for (int ordinal = totals.size(); ordinal < known.size(); ordinal++) {
      totals.add(new PoolTotals(known.get(ordinal)));
    }
    return totals;
  }

  PoolTotals of(PoolStats pool) {
    return all().get(pool.ordinal);
  }

  void addWaits(Request request) {
    ConnectionLog leases = request.connections;
    for (int row = 0; row < leases.size(); row++) {
      of(leases.pool(row)).add(leases, row);
    }
  }

  /**
   * @return the time that the request held connections
   */
  long addLeases(Request request, String endpoint) {
    ConnectionLog leases = request.connections;
    long sum = 0;
    for (int row = 0; row < leases.size(); row++) {
      if (leases.isTimed(row)) {
        long nanos = leases.heldNanos(row, request.endNanos);
        of(leases.pool(row)).addHeld(endpoint, nanos);
        sum += nanos;
      }
    }
    return sum;
  }

  /** Samples the connections in use. Called periodically by the agent's thread, without a lock. */
  static void sample(List<PoolStats> known) {
    for (int i = 0; i < known.size(); i++) {
      known.get(i).peak();
    }
  }
}
