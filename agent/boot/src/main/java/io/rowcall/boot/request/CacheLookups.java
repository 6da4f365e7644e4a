package io.rowcall.boot.request;

import java.util.Arrays;

/**
 * Cache lookups of one request or branch: totals, and hits and misses per cache. Allocates nothing
 * once it has seen a cache's ordinal.
 */
public final class CacheLookups {
  private static final int[] NONE = new int[0];

  private int hits;
  private int misses;

  /** Hits and misses, alternating, by the cache's ordinal. */
  private int[] perCache = NONE;

  private int end;

  CacheLookups() {}

  void record(CacheStats cache, int found, int notFound) {
    if (!cache.isOfLibrary) {
      addTotals(found, notFound);
    }
    add(2 * cache.ordinal, found, notFound);
  }

  void addAll(CacheLookups other) {
    addTotals(other.hits, other.misses);
    for (int i = 0; i < other.end; i += 2) {
      add(i, other.perCache[i], other.perCache[i + 1]);
    }
  }

  void addTotals(int found, int notFound) {
    hits += found;
    misses += notFound;
  }

  private void add(int index, int found, int notFound) {
    if (index >= end) {
      if (index >= perCache.length) {
        int capacity = Math.max(index + 2, Math.max(16, perCache.length * 2));
        perCache = Arrays.copyOf(perCache, capacity);
      }
      end = index + 2;
    }
    perCache[index] += found;
    perCache[index + 1] += notFound;
  }

  boolean isEmpty() {
    return end == 0;
  }

  /** Hits in the application's caches, those of libraries left out. */
  public int hits() {
    return hits;
  }

  /** Misses in the application's caches, those of libraries left out. */
  public int misses() {
    return misses;
  }

  /** Upper bound, exclusive, of the ordinals that have lookups. */
  public int ordinals() {
    return end / 2;
  }

  public int hits(int cacheOrdinal) {
    return perCache[2 * cacheOrdinal];
  }

  public int misses(int cacheOrdinal) {
    return perCache[2 * cacheOrdinal + 1];
  }

  void clear() {
    hits = 0;
    misses = 0;
    Arrays.fill(perCache, 0, end, 0);
    end = 0;
  }
}
