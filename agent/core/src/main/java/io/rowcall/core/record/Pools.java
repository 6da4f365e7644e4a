package io.rowcall.core.record;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import java.util.ArrayList;
import java.util.List;

/** The figures of pools, by ordinal. Guarded by the lock of the {@link Aggregate}. */
final class Pools {
  private final PoolNames names;
  private final List<PoolTotals> figures = new ArrayList<PoolTotals>();

  Pools(PoolNames names) {
    this.names = names;
  }

  List<PoolTotals> all() {
    List<PoolStats> known = names.all();
    for (int ordinal = figures.size(); ordinal < known.size(); ordinal++) {
      figures.add(new PoolTotals(known.get(ordinal)));
    }
    return figures;
  }

  PoolTotals of(PoolStats pool) {
    return all().get(pool.ordinal);
  }

  void waited(Request request) {
    ConnectionLog holds = request.connections;
    for (int row = 0; row < holds.size(); row++) {
      of(holds.pool(row)).add(holds, row);
    }
  }

  /**
   * @return how long the request held connections
   */
  long held(Request request, String endpoint) {
    ConnectionLog holds = request.connections;
    long sum = 0;
    for (int row = 0; row < holds.size(); row++) {
      if (holds.isTimed(row)) {
        long nanos = holds.heldNanos(row, request.endNanos);
        of(holds.pool(row)).heldBy(endpoint, nanos);
        sum += nanos;
      }
    }
    return sum;
  }

  /** Looks at how many connections are out. The agent's thread, now and then; takes no lock. */
  static void sample(List<PoolStats> known) {
    for (int i = 0; i < known.size(); i++) {
      known.get(i).peak();
    }
  }
}
