package io.rowcall.core.record;

import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Request;
import java.util.ArrayList;
import java.util.List;

/** The figures of caches, by ordinal. Guarded by the lock of the {@link Aggregate}. */
final class Caches {
  private final List<CacheTotals> figures = new ArrayList<CacheTotals>();

  void add(Request request, List<CacheStats> known) {
    int end = request.cacheLookups.ordinals();
    if (end > figures.size()) {
      of(known);
    }
    for (int ordinal = 0; ordinal < end; ordinal++) {
      int hits = request.cacheLookups.hits(ordinal);
      int misses = request.cacheLookups.misses(ordinal);
      if (hits + misses > 0) {
        figures.get(ordinal).add(hits, misses);
      }
    }
  }

  List<CacheTotals> of(List<CacheStats> known) {
    for (int ordinal = figures.size(); ordinal < known.size(); ordinal++) {
      figures.add(new CacheTotals(known.get(ordinal)));
    }
    return figures;
  }
}
