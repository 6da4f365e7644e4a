package io.rowcall.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counters of invalidations, by which a value is known to be older than one of them: the sum of a
 * key's counters is read before its value is loaded, and compared before it is stored.
 *
 * <p>Every key, tag, and prefix that ends with a colon has a counter, which it shares with others
 * of the same hash. Counters only grow, so an equal sum means that none of them has changed. A
 * shared counter costs a store now and then, never an old value.
 */
final class Versions {

  private static final int SHARED = 4096;

  /** Counts every invalidation, for loads whose keys are not known in advance. */
  static final int TOTAL = SHARED;

  private final AtomicLongArray counters = new AtomicLongArray(SHARED + 1);

  long sum(int[] indexes) {
    long sum = 0;
    for (int index : indexes) {
      sum += counters.get(index);
    }
    return sum;
  }

  void increment(Invalidation invalidation) {
    counters.incrementAndGet(index(invalidation));
    counters.incrementAndGet(TOTAL);
  }

  /** Returns the counters of everything by which the key can be invalidated. */
  static int[] indexes(CacheKey<?> key) {
    String text = key.text();
    int[] indexes =
        new int[2 + (int) text.chars().filter(each -> each == ':').count() + key.tags().size()];
    int count = 0;
    indexes[count++] = index('k', text.hashCode());
    indexes[count++] = index('p', 0);
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
      if (text.charAt(i) == ':') {
        indexes[count++] = index('p', hash);
      }
    }
    for (String tag : key.tags()) {
      indexes[count++] = index('t', tag.hashCode());
    }
    return indexes;
  }

  /** Returns a counter of every key that the invalidation drops, and perhaps of others. */
  static int index(Invalidation invalidation) {
    return switch (invalidation.kind()) {
      case KEY -> index('k', invalidation.text().hashCode());
      case TAG -> index('t', invalidation.text().hashCode());
      case PREFIX, PATTERN, EVERYTHING -> index('p', lastSegments(invalidation.prefix()));
    };
  }

  private static int lastSegments(String prefix) {
    return prefix.substring(0, prefix.lastIndexOf(':') + 1).hashCode();
  }

  private static int index(char kind, int hash) {
    int mixed = (31 * hash + kind) * 0x9E3779B9;
    return mixed >>> 20;
  }
}
