package io.rowcall.cache;

import java.util.concurrent.atomic.LongAdder;

/** Counts and times of the lookups of one category. Thread-safe. */
final class CategoryStats {
  private final LongAdder hits = new LongAdder();
  private final LongAdder hitNanos = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder missNanos = new LongAdder();

  void record(boolean hit, long nanos) {
    (hit ? hits : misses).increment();
    (hit ? hitNanos : missNanos).add(nanos);
  }

  CacheStats.Category category() {
    long hitCount = hits.sum();
    long missCount = misses.sum();
    return new CacheStats.Category(
        hitCount,
        missCount,
        CacheStats.ratio(hitCount, missCount),
        hitNanos.sum() / 1e6,
        missNanos.sum() / 1e6);
  }
}
