package io.rowcall.core.record;

import io.rowcall.boot.request.CacheStats;

/** Totals of one cache, over all requests. */
public final class CacheTotals {
  /** Lookups that fill a cache before its hit ratio is meaningful. */
  private static final long WARM_UP = 100;

  public final CacheStats cache;
  private long hits;
  private long misses;
  private long warmUpHits;
  private long warmUpMisses;
  private boolean warm;

  CacheTotals(CacheStats cache) {
    this.cache = cache;
  }

  void add(int newHits, int newMisses) {
    hits += newHits;
    misses += newMisses;
    if (!warm && hits + misses >= WARM_UP) {
      warm = true;
      warmUpHits = hits;
      warmUpMisses = misses;
    }
  }

  public long hits() {
    return hits + cache.hits();
  }

  public long misses() {
    return misses + cache.misses();
  }

  /** Lookups by requests after warm-up. */
  public long warmLookups() {
    return warm ? hits + misses - warmUpHits - warmUpMisses : 0;
  }

  /** Misses by requests after warm-up. */
  public long warmMisses() {
    return warm ? misses - warmUpMisses : 0;
  }

  /** Whether there was any lookup, load or eviction. */
  public boolean isUsed() {
    return hits() + misses() + cache.loads() + cache.evictions() > 0;
  }
}
