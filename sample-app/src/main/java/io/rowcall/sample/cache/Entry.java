package io.rowcall.sample.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A value in the first tier. A null value is an answer too: it was looked up, and there was
 * nothing.
 */
final class Entry {

  private static final int HITS_THAT_STRETCH = 10;

  private final CacheKey<?> key;
  private final @Nullable Object value;
  private final int bytes;
  private final long lifeNanos;
  private final AtomicInteger hits = new AtomicInteger();

  Entry(CacheKey<?> key, @Nullable Object value, int bytes, long lifeNanos) {
    this.key = key;
    this.value = value;
    this.bytes = bytes;
    this.lifeNanos = lifeNanos;
  }

  CacheKey<?> key() {
    return key;
  }

  @Nullable Object value() {
    return value;
  }

  /**
   * What it weighs: the encoded value, two bytes for each character of the key, and the objects
   * around them.
   */
  int weight() {
    return bytes + 2 * key.text().length() + 128;
  }

  /** Ends an entry at its own TTL; the tenth read doubles its life once, where that is wanted. */
  static final class Life implements Expiry<String, Entry> {

    private final boolean adaptive;

    Life(boolean adaptive) {
      this.adaptive = adaptive;
    }

    @Override
    public long expireAfterCreate(String text, Entry entry, long now) {
      return entry.lifeNanos;
    }

    @Override
    public long expireAfterUpdate(String text, Entry entry, long now, long remaining) {
      return entry.lifeNanos;
    }

    @Override
    public long expireAfterRead(String text, Entry entry, long now, long remaining) {
      boolean stretch =
          adaptive && entry.key.stretching() && entry.hits.incrementAndGet() == HITS_THAT_STRETCH;
      return stretch ? remaining + entry.key.ttl().toNanos() : remaining;
    }
  }
}
