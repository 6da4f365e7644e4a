package io.rowcall.sample.cache;

import java.util.concurrent.atomic.LongAdder;

/** The lookups of one category, and what they took. Thread-safe. */
final class CategoryStats {
  private final LongAdder hits = new LongAdder();
  private final LongAdder hitNanos = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder missNanos = new LongAdder();

  void lookedUp(boolean hit, long nanos) {
    (hit ? hits : misses).increment();
    (hit ? hitNanos : missNanos).add(nanos);
  }

  CacheStats.Category category() {
    long h = hits.sum();
    long m = misses.sum();
    return new CacheStats.Category(
        h, m, CacheStats.ratio(h, m), hitNanos.sum() / 1e6, missNanos.sum() / 1e6);
  }
}
