package io.rowcall.merge;

import io.rowcall.format.Cache;
import io.rowcall.format.read.ReportException;
import java.util.Comparator;

/** Merges one cache of all reports. Caches with the same name and kind count as one. */
final class CacheMerger {
  static final Comparator<Cache> ORDER =
      Comparator.comparingLong((Cache c) -> OrderFreeSums.add(c.hits, c.misses))
          .reversed()
          .thenComparing(c -> c.name)
          .thenComparing(c -> c.kind);
  private static final int BYTES = 300;

  private final Cache sum = new Cache();
  private final UnknownFields unknown = new UnknownFields();

  CacheMerger(Cache first, MemoryBudget memory) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    memory.reserve(BYTES + MemoryBudget.sizeOf(first.name) + MemoryBudget.sizeOf(first.kind));
  }

  synchronized void add(Cache cache, MemoryBudget memory) throws ReportException {
    unknown.add(cache, memory);
    sum.hits = OrderFreeSums.add(sum.hits, cache.hits);
    sum.misses = OrderFreeSums.add(sum.misses, cache.misses);
    sum.loads = OrderFreeSums.add(sum.loads, cache.loads);
    sum.loadMillis = OrderFreeSums.addMillis(sum.loadMillis, cache.loadMillis);
    sum.evictions = OrderFreeSums.add(sum.evictions, cache.evictions);
    sum.size = OrderFreeSums.add(sum.size, cache.size);
  }

  Cache merged() {
    long lookups = OrderFreeSums.add(sum.hits, sum.misses);
    sum.hitRatio = lookups == 0 ? 0 : (double) sum.hits / lookups;
    unknown.copyTo(sum);
    return sum;
  }
}
