package io.rowcall.cache;

import java.util.Map;

/**
 * Snapshot of a cache.
 *
 * @param size number of entries, including expired ones that are not cleaned up yet
 * @param valid entries that a read would return
 * @param bytes weight of the entries
 * @param secondTierHits hits in the second tier; part of {@code hits}
 */
public record CacheStats(
    long size,
    long valid,
    long expired,
    long bytes,
    long maxBytes,
    long hits,
    long misses,
    long secondTierHits,
    long evictions,
    double hitRatio,
    Map<String, Category> categories) {

  /**
   * Hits and misses of one category.
   *
   * @param hitMillis total time of the hits
   * @param missMillis total time of the misses, including loads and waiting for another caller's
   *     load
   */
  public record Category(
      long hits, long misses, double hitRatio, double hitMillis, double missMillis) {}

  static double ratio(long hits, long misses) {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
