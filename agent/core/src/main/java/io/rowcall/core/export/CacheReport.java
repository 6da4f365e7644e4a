package io.rowcall.core.export;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.state.WeakIdentityMap;
import io.rowcall.core.record.CacheTotals;
import io.rowcall.format.Report;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes caches into a report: those that were asked for anything, the most lookups first. */
final class CacheReport {
  private CacheReport() {}

  static void fill(Report report, List<CacheTotals> caches) {
    Sizes sizes = new Sizes(caches.size());
    CacheHooks.CACHES.each(sizes);
    for (CacheTotals figures : caches) {
      if (figures.isUsed()) {
        report.caches.add(cache(figures, sizes.sizes[figures.cache.ordinal]));
      }
    }
    Collections.sort(report.caches, BY_LOOKUPS);
  }

  private static io.rowcall.format.Cache cache(CacheTotals figures, long size) {
    io.rowcall.format.Cache cache = new io.rowcall.format.Cache();
    cache.name = figures.cache.name;
    cache.kind = figures.cache.kind;
    cache.hits = figures.hits();
    cache.misses = figures.misses();
    cache.loads = figures.cache.loads();
    cache.loadMillis = figures.cache.loadNanos() / 1e6;
    cache.evictions = figures.cache.evictions();
    cache.size = size;
    long lookups = cache.hits + cache.misses;
    cache.hitRatio = lookups == 0 ? 0 : (double) cache.hits / lookups;
    return cache;
  }

  /**
   * Adds up the entries of caches that are maps, by ordinal. Those that are woven as such
   * (Caffeine, Guava, Spring's own) answer from fields of theirs, without a lock.
   */
  private static final class Sizes implements WeakIdentityMap.Visitor<CacheStats> {
    final long[] sizes;

    Sizes(int caches) {
      sizes = new long[caches];
    }

    @Override
    public void visit(Object cache, CacheStats known) {
      if (cache instanceof Map && known.ordinal < sizes.length && isOfALibrary(cache)) {
        sizes[known.ordinal] += ((Map<?, ?>) cache).size();
      }
    }
  }

  private static boolean isOfALibrary(Object map) {
    String name = map.getClass().getName();
    return name.startsWith("java.util.concurrent.")
        || name.startsWith("com.github.benmanes.caffeine.")
        || name.startsWith("com.google.common.cache.");
  }

  private static final Comparator<io.rowcall.format.Cache> BY_LOOKUPS =
      new Comparator<io.rowcall.format.Cache>() {
        @Override
        public int compare(io.rowcall.format.Cache a, io.rowcall.format.Cache b) {
          int byLookups = Long.compare(b.hits + b.misses, a.hits + a.misses);
          return byLookups != 0 ? byLookups : a.name.compareTo(b.name);
        }
      };
}
