package io.rowcall.core.export;

import io.rowcall.core.findings.CacheUse;
import io.rowcall.core.findings.RunStats;
import io.rowcall.core.findings.TableScan;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.CacheTotals;
import java.util.ArrayList;
import java.util.List;

/** Figures of the aggregate, for the checks of the whole run. */
final class RecordedRun implements RunStats {
  private final Aggregate aggregate;
  private final List<TableScan> tableScans;

  RecordedRun(Aggregate aggregate, List<TableScan> tableScans) {
    this.aggregate = aggregate;
    this.tableScans = tableScans;
  }

  @Override
  public List<CacheUse> caches() {
    List<CacheUse> caches = new ArrayList<CacheUse>();
    for (CacheTotals totals : aggregate.caches()) {
      if (!totals.cache.isOfLibrary) {
        caches.add(
            new CacheUse(
                totals.cache.name,
                aggregate.mostMissing(totals),
                totals.warmLookups(),
                totals.warmMisses(),
                totals.misses(),
                totals.cache.loads(),
                totals.cache.evictions()));
      }
    }
    return caches;
  }

  @Override
  public List<TableScan> tableScans() {
    return tableScans;
  }
}
