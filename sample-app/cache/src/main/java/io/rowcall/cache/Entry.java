package io.rowcall.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Value in the first tier. A null value is a result, too: the lookup found nothing. */
final class Entry {

  private static final int HITS_TO_EXTEND = 10;
  private static final int OBJECTS = 350;

  /** A tag of few entries takes most, 320 bytes; one of many takes 130. */
  private static final int PER_TAG = 300;

  private final CacheKey<?> key;
  private final @Nullable Object value;
  private final int bytes;
  private final long ttlNanos;
  private final AtomicInteger hits = new AtomicInteger();

  Entry(CacheKey<?> key, @Nullable Object value, int bytes, long ttlNanos) {
    this.key = key;
    this.value = value;
    this.bytes = bytes;
    this.ttlNanos = ttlNanos;
  }

  CacheKey<?> key() {
    return key;
  }

  @Nullable Object value() {
    return value;
  }

  /**
   * Returns the weight in bytes: the encoded value, two bytes per character of the key, and the
   * objects around them and in the index, as measured on a heap with compressed pointers.
   */
  int weight() {
    return bytes + 2 * key.text().length() + OBJECTS + PER_TAG * key.tags().size();
  }

  /** Expires an entry after its own TTL; with an adaptive TTL, the tenth read doubles it once. */
  static final class EntryExpiry implements Expiry<String, Entry> {

    private final boolean adaptive;

    EntryExpiry(boolean adaptive) {
      this.adaptive = adaptive;
    }

    @Override
    public long expireAfterCreate(String text, Entry entry, long now) {
      return entry.ttlNanos;
    }

    @Override
    public long expireAfterUpdate(String text, Entry entry, long now, long remaining) {
      return entry.ttlNanos;
    }

    @Override
    public long expireAfterRead(String text, Entry entry, long now, long remaining) {
      boolean extend =
          adaptive && entry.key.extendable() && entry.hits.incrementAndGet() == HITS_TO_EXTEND;
      return extend ? remaining + entry.key.ttl().toNanos() : remaining;
    }
  }
}
