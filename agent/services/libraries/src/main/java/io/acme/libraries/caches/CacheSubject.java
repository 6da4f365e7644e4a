package io.acme.libraries.caches;

import org.jspecify.annotations.Nullable;

/** One cache of one library, which has room for ten entries where the library bounds caches. */
public interface CacheSubject {
  /** The value of a key, loaded when it is not there. */
  String get(String key) throws Exception;

  /** The value of a key, or null. */
  @Nullable String peek(String key) throws Exception;

  /** Stores a value. */
  void put(String key, String value) throws Exception;

  /** What loading means here: the answer of something slower. */
  static String load(String key) {
    return "value of " + key;
  }

  /** The cache of this name. */
  static CacheSubject named(String name) {
    return switch (name) {
      case "caffeine" -> new CaffeineSubject();
      case "caffeine-async" -> new CaffeineAsyncSubject();
      case "caffeine-loading" -> new CaffeineLoadingSubject();
      case "guava" -> new GuavaSubject();
      default -> throw new IllegalArgumentException("no such cache: " + name);
    };
  }
}
