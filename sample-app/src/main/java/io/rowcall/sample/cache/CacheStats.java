package io.rowcall.sample.cache;

import java.util.Map;

/**
 * The state of a cache at one moment.
 *
 * @param size entries held, expired ones that are not cleaned up yet included
 * @param valid entries that a read would return
 * @param bytes what the entries weigh
 * @param secondTierHits hits that came from the second tier; part of {@code hits}
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
   * Hits and misses of the keys that are counted together.
   *
   * @param hitMillis what the hits took in all; {@code missMillis} the misses, loads and waiting
   *     for somebody else's load included
   */
  public record Category(
      long hits, long misses, double hitRatio, double hitMillis, double missMillis) {}

  static double ratio(long hits, long misses) {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
