package io.rowcall.core.record;

import io.rowcall.boot.request.ConnectionLog;
import io.rowcall.boot.request.PoolStats;
import java.util.HashMap;
import java.util.Map;

/** One connection pool, over all requests and what is outside of them. */
public final class PoolTotals {
  public final PoolStats pool;
  public final LatencyHistogram waits;

  /**
   * How long the requests of each endpoint held its connections; as many endpoints as there are.
   */
  private final Map<String, long[]> heldNanos = new HashMap<String, long[]>();

  PoolTotals(PoolStats pool) {
    this.pool = pool;
    this.waits = new LatencyHistogram(false);
  }

  void add(ConnectionLog holds, int row) {
    waits.add(holds.waitNanos(row));
  }

  void heldBy(String endpoint, long nanos) {
    long[] sum = heldNanos.get(endpoint);
    if (sum == null) {
      sum = new long[1];
      heldNanos.put(endpoint, sum);
    }
    sum[0] += nanos;
  }

  /** The endpoint that held its connections the longest altogether; empty when none did. */
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
