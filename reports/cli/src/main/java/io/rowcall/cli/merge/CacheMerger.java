package io.rowcall.cli.merge;

import io.rowcall.format.Cache;
import io.rowcall.format.ReportException;
import java.util.Comparator;

/**
 * One cache of all reports: those of one name and kind are taken for one, with all their entries.
 */
final class CacheMerger {
  static final Comparator<Cache> ORDER =
      Comparator.comparingLong((Cache c) -> OrderFreeSums.of(c.hits, c.misses))
          .reversed()
          .thenComparing(c -> c.name)
          .thenComparing(c -> c.kind);
  private static final int BYTES = 300;

  private final Cache sum = new Cache();
  private final UnknownFields unknown = new UnknownFields();

  CacheMerger(Cache first, MemoryBudget weight) throws ReportException {
    sum.name = first.name;
    sum.kind = first.kind;
    weight.add(BYTES + MemoryBudget.of(first.name) + MemoryBudget.of(first.kind));
  }

  synchronized void add(Cache one, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    sum.hits = OrderFreeSums.of(sum.hits, one.hits);
    sum.misses = OrderFreeSums.of(sum.misses, one.misses);
    sum.loads = OrderFreeSums.of(sum.loads, one.loads);
    sum.loadMillis = OrderFreeSums.ofMillis(sum.loadMillis, one.loadMillis);
    sum.evictions = OrderFreeSums.of(sum.evictions, one.evictions);
    sum.size = OrderFreeSums.of(sum.size, one.size);
  }

  Cache cache() {
    long lookups = OrderFreeSums.of(sum.hits, sum.misses);
    sum.hitRatio = lookups == 0 ? 0 : (double) sum.hits / lookups;
    unknown.giveTo(sum);
    return sum;
  }
}
