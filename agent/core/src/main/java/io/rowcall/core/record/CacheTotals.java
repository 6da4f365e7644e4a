package io.rowcall.core.record;

import io.rowcall.boot.request.CacheStats;

/** One cache, over all requests. */
public final class CacheTotals {
  /** Lookups that fill a cache before its hits tell anything. */
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

  void add(int found, int notFound) {
    hits += found;
    misses += notFound;
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

  /** Lookups of requests since it was warm. */
  public long warmLookups() {
    return warm ? hits + misses - warmUpHits - warmUpMisses : 0;
  }

  /** Misses of requests since it was warm. */
  public long warmMisses() {
    return warm ? misses - warmUpMisses : 0;
  }

  /** Whether anything was ever asked of it. */
  public boolean isUsed() {
    return hits() + misses() + cache.loads() + cache.evictions() > 0;
  }
}
