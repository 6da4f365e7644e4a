package io.rowcall.load.service;

/** Cache lookups. */
public record Lookups(long hits, long misses) {

  public static final Lookups NONE = new Lookups(0, 0);

  public Lookups plus(Lookups other) {
    return new Lookups(hits + other.hits, misses + other.misses);
  }

  public boolean any() {
    return hits + misses > 0;
  }

  /** Returns a ratio from 0 to 1; NaN without a lookup. */
  public double hitRatio() {
    return (double) hits / (hits + misses);
  }
}
