package io.rowcall.cache;

import org.jspecify.annotations.Nullable;

/**
 * Right to store values that are read after it is taken. It ends for a key with the next
 * invalidation of that key, so that no value is kept that was read before. Thread-safe; need not be
 * returned.
 */
public final class Lease {

  private final TieredCache cache;
  private final @Nullable CacheKey<?> key;
  private final int[] indexes;
  private final long version;
  private final @Nullable String sharedVersion;

  Lease(
      TieredCache cache,
      @Nullable CacheKey<?> key,
      int[] indexes,
      long version,
      @Nullable String sharedVersion) {
    this.cache = cache;
    this.key = key;
    this.indexes = indexes;
    this.version = version;
    this.sharedVersion = sharedVersion;
  }

  /**
   * Stores a value for the key's TTL, unless the lease has ended.
   *
   * @return whether it was stored
   * @throws IllegalArgumentException if the lease was taken for another key
   */
  public <T> boolean put(CacheKey<T> key, T value) {
    if (this.key != null
        && !(key.text().equals(this.key.text()) && key.tags().equals(this.key.tags()))) {
      throw new IllegalArgumentException(
          "the lease was taken for " + this.key.text() + ", not for " + key.text());
    }
    return cache.store(key, value, indexes, version, sharedVersion);
  }
}
