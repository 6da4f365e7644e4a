package io.rowcall.boot.request;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counters of one cache, as reports name it, in addition to the requests' own logs: lookups outside
 * of requests, loads, and evictions. Cache objects of one name share it.
 *
 * <p>Any thread.
 */
public final class CacheStats {
  /** Caches that get a name of their own. */
  public static final int MAX = 256;

  /** Stands for every cache beyond {@link #MAX}. */
  public static final CacheStats OTHER = new CacheStats("(other)", "", 0);

  public final String name;

  /** The library, such as {@code caffeine}. */
  public final String kind;

  /** Index in {@link CacheLookups}. */
  public final int ordinal;

  /** Whether a library keeps it for itself: no request of the application reads its entries. */
  public final boolean isOfLibrary;

  private final @Nullable CacheStats outside;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();
  private final LongAdder evictions = new LongAdder();

  /**
   * @param ordinal below {@link #MAX}; 0 is {@link #OTHER}'s
   */
  public CacheStats(String name, String kind, int ordinal) {
    this(name, kind, ordinal, false);
  }

  public CacheStats(String name, String kind, int ordinal, boolean isOfLibrary) {
    this(name, kind, ordinal, isOfLibrary, null);
  }

  private CacheStats(
      String name, String kind, int ordinal, boolean isOfLibrary, @Nullable CacheStats outside) {
    this.isOfLibrary = isOfLibrary;
    this.name = name;
    this.kind = kind;
    this.ordinal = ordinal;
    this.outside = outside;
  }

  /** Stats of a cache inside this one: only its evictions count, and count here. */
  public CacheStats inside() {
    return new CacheStats(name, kind, ordinal, isOfLibrary, this);
  }

  public boolean isInside() {
    return outside != null;
  }

  public void recordLookups(int found, int notFound) {
    hits.add(found);
    misses.add(notFound);
  }

  public void recordLoad(long nanos) {
    loads.increment();
    loadNanos.add(nanos);
  }

  public void recordLoads(int values, long nanos) {
    loads.add(values);
    loadNanos.add(nanos);
  }

  public void recordEviction() {
    (outside == null ? this : outside).evictions.increment();
  }

  /** Hits outside of requests. */
  public long hits() {
    return hits.sum();
  }

  /** Misses outside of requests. */
  public long misses() {
    return misses.sum();
  }

  /** Values that were loaded for the cache, failed attempts included. */
  public long loads() {
    return loads.sum();
  }

  public long loadNanos() {
    return loadNanos.sum();
  }

  public long evictions() {
    return evictions.sum();
  }
}
