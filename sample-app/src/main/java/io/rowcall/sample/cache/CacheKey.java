package io.rowcall.sample.cache;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What is cached, for how long, and what it is dropped with.
 *
 * @param text segments separated by colons
 * @param ttl how long an entry lives after it was written
 * @param tags groups that it is invalidated with
 * @param shared whether it may leave the process for the second tier
 * @param category what its hits and misses are counted under; the first segment of the text unless
 *     said otherwise
 * @param stretching whether its life may be doubled when it is read often
 */
public record CacheKey<T>(
    String text,
    Duration ttl,
    Codec<T> codec,
    Set<String> tags,
    boolean shared,
    boolean stretching,
    String category) {

  public static <T> CacheKey<T> of(String text, Duration ttl, Codec<T> codec) {
    return new CacheKey<>(text, ttl, codec, Set.of(), true, true, firstSegment(text));
  }

  public CacheKey<T> tagged(String tag) {
    Set<String> more = new HashSet<>(tags);
    more.add(tag);
    return new CacheKey<>(text, ttl, codec, Set.copyOf(more), shared, stretching, category);
  }

  /** Stays in this process: for values that hold a secret. */
  public CacheKey<T> local() {
    return new CacheKey<>(text, ttl, codec, tags, false, stretching, category);
  }

  /** Never lives longer than its TTL, however often it is read. */
  public CacheKey<T> fixed() {
    return new CacheKey<>(text, ttl, codec, tags, shared, false, category);
  }

  public CacheKey<T> livingFor(Duration other) {
    return new CacheKey<>(text, other, codec, tags, shared, stretching, category);
  }

  public CacheKey<T> countedAs(String name) {
    return new CacheKey<>(text, ttl, codec, tags, shared, stretching, name);
  }

  private static String firstSegment(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }
}
