package io.rowcall.core.record;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import java.util.HashMap;
import java.util.Map;

/** Totals of one connection pool, inside and outside of requests. */
public final class PoolTotals {
  public final PoolStats pool;
  public final LatencyHistogram waits;

  /** Time that the requests of each endpoint held connections; bounded by the endpoints. */
  private final Map<String, long[]> heldNanos = new HashMap<String, long[]>();

  PoolTotals(PoolStats pool) {
    this.pool = pool;
    this.waits = new LatencyHistogram(false);
  }

  void add(ConnectionLog leases, int row) {
    waits.add(leases.waitNanos(row));
  }

  void addHeld(String endpoint, long nanos) {
    long[] sum = heldNanos.get(endpoint);
    if (sum == null) {
      sum = new long[1];
      heldNanos.put(endpoint, sum);
    }
    sum[0] += nanos;
  }

  /** The endpoint that held connections the longest in total; empty if none did. */
  public String longestHolder() {
    String name = "";
    long most = 0;
    for (Map.Entry<String, long[]> endpoint : heldNanos.entrySet()) {
      if (endpoint.getValue()[0] > most) {
        most = endpoint.getValue()[0];
        name = endpoint.getKey();
      }
    }
    return name;
  }
}
