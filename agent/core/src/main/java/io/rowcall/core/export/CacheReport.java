package io.rowcall.core.export;

import io.rowcall.boot.CacheHooks;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.state.WeakIdentityMap;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.record.CacheTotals;
import io.rowcall.format.Report;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes the caches that were used into a report, those with the most lookups first. */
final class CacheReport {
  private CacheReport() {}

  static void fill(Report report, List<CacheTotals> caches, Libraries libraries) {
    Sizes sizes = new Sizes(caches.size(), libraries);
    CacheHooks.CACHES.forEach(sizes);
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

  /** Adds up the entries of caches by ordinal, where a cache is a map that knows its size. */
  private static final class Sizes implements WeakIdentityMap.Visitor<CacheStats> {
    final long[] sizes;
    private final Libraries libraries;

    Sizes(int caches, Libraries libraries) {
      this.libraries = libraries;
      sizes = new long[caches];
    }

    @Override
    public void visit(Object cache, CacheStats known) {
      if (cache instanceof Map && known.ordinal < sizes.length && libraries.isSized(cache)) {
        sizes[known.ordinal] += ((Map<?, ?>) cache).size();
      }
    }
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
