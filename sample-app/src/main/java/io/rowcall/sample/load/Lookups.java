package io.rowcall.sample.load;

/** Lookups in the cache. */
record Lookups(long hits, long misses) {

  static final Lookups NONE = new Lookups(0, 0);

  Lookups plus(Lookups other) {
    return new Lookups(hits + other.hits, misses + other.misses);
  }

  boolean any() {
    return hits + misses > 0;
  }

  /** Of 1; NaN without a lookup. */
  double hitRatio() {
    return (double) hits / (hits + misses);
  }
}
