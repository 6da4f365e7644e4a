package io.rowcall.core.export;

import io.rowcall.boot.PoolHooks;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.state.WeakIdentityMap;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.PoolGauge;
import io.rowcall.core.record.PoolTotals;
import io.rowcall.format.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Writes pools into a report: those that were asked for a connection, by name. */
final class PoolReport {
  private PoolReport() {}

  static void fill(Report report, List<PoolTotals> pools, Libraries libraries) {
    Gauges gauges = new Gauges(pools.size(), libraries);
    PoolHooks.POOLS.forEach(gauges);
    for (PoolTotals figures : pools) {
      if (figures.waits.count() > 0) {
        report.pools.add(pool(figures, gauges));
      }
    }
    Collections.sort(report.pools, BY_NAME);
  }

  private static io.rowcall.format.Pool pool(PoolTotals figures, Gauges gauges) {
    io.rowcall.format.Pool pool = new io.rowcall.format.Pool();
    PoolStats known = figures.pool;
    pool.name = known.name;
    pool.kind = known.kind;
    pool.active = known.active();
    pool.peakActive = known.peak();
    pool.waiting = known.waiting();
    pool.idle = gauges.idle[known.ordinal];
    pool.max = gauges.max[known.ordinal];
    pool.waitMillis = ReportBuilder.latency(figures.waits);
    return pool;
  }

  /** Whether all its connections were out at some time; also where its size is not known. */
  static boolean isExhausted(PoolTotals figures, Libraries libraries) {
    Gauges gauges = new Gauges(figures.pool.ordinal + 1, libraries);
    PoolHooks.POOLS.forEach(gauges);
    return figures.pool.peak() >= gauges.max[figures.pool.ordinal];
  }

  /** Evidence that the pool adds to a finding about one of its connections. */
  static List<String> evidence(PoolTotals figures, Libraries libraries) {
    List<String> evidence = new ArrayList<String>(2);
    Gauges gauges = new Gauges(figures.pool.ordinal + 1, libraries);
    PoolHooks.POOLS.forEach(gauges);
    long max = gauges.max[figures.pool.ordinal];
    evidence.add(
        figures.pool.name
            + ": "
            + figures.pool.peak()
            + (max > 0 ? " of " + max : "")
            + " in use at the peak");
    String holder = figures.longestHolder();
    if (!holder.isEmpty()) {
      evidence.add("held the longest by " + holder);
    }
    return evidence;
  }

  /** Adds up what the pools of one name report about themselves. */
  private static final class Gauges implements WeakIdentityMap.Visitor<PoolStats> {
    final long[] idle;
    final long[] max;
    private final Libraries libraries;

    Gauges(int pools, Libraries libraries) {
      this.libraries = libraries;
      idle = new long[pools];
      max = new long[pools];
    }

    @Override
    public void visit(Object pool, PoolStats known) {
      PoolGauge gauge = libraries.gauge(pool);
      if (gauge != null && known.ordinal < max.length) {
        idle[known.ordinal] += gauge.idle(pool, known.active());
        max[known.ordinal] += gauge.max(pool);
      }
    }
  }

  private static final Comparator<io.rowcall.format.Pool> BY_NAME =
      new Comparator<io.rowcall.format.Pool>() {
        @Override
        public int compare(io.rowcall.format.Pool a, io.rowcall.format.Pool b) {
          int byName = a.name.compareTo(b.name);
          return byName != 0 ? byName : a.kind.compareTo(b.kind);
        }
      };
}
