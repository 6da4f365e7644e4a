package io.rowcall.cache;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Key of a cached value, with its lifetime and its groups.
 *
 * @param text segments separated by colons; see {@link KeyText}
 * @param ttl lifetime after a write
 * @param tags groups for invalidation
 * @param shared whether the value may be stored in the second tier
 * @param extendable whether frequent reads may double its lifetime
 * @param category statistics to which its hits and misses belong; by default the first segment of
 *     the text
 */
public record CacheKey<T>(
    String text,
    Duration ttl,
    Codec<T> codec,
    Set<String> tags,
    boolean shared,
    boolean extendable,
    String category) {

  public static <T> CacheKey<T> of(String text, Duration ttl, Codec<T> codec) {
    return new CacheKey<>(text, ttl, codec, Set.of(), true, true, firstSegment(text));
  }

  public CacheKey<T> withTag(String tag) {
    Set<String> extended = new HashSet<>(tags);
    extended.add(tag);
    return new CacheKey<>(text, ttl, codec, Set.copyOf(extended), shared, extendable, category);
  }

  /** Keeps the value in this process, for values that hold a secret. */
  public CacheKey<T> localOnly() {
    return new CacheKey<>(text, ttl, codec, tags, false, extendable, category);
  }

  /** Never extends the TTL, however often the value is read. */
  public CacheKey<T> withFixedTtl() {
    return new CacheKey<>(text, ttl, codec, tags, shared, false, category);
  }

  public CacheKey<T> withTtl(Duration ttl) {
    return new CacheKey<>(text, ttl, codec, tags, shared, extendable, category);
  }

  public CacheKey<T> inCategory(String name) {
    return new CacheKey<>(text, ttl, codec, tags, shared, extendable, name);
  }

  private static String firstSegment(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }
}
