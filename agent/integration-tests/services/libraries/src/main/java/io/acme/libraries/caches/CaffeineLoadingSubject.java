package io.acme.libraries.caches;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

/** Caffeine, loading, unbounded, with its own statistics, created in a method. */
final class CaffeineLoadingSubject implements CacheSubject {
  private final LoadingCache<String, String> owners = make();

  private static LoadingCache<String, String> make() {
    return Caffeine.newBuilder().recordStats().build(CacheSubject::load);
  }

  @Override
  public String get(String key) {
    return owners.get(key);
  }

  @Override
  public @Nullable String peek(String key) {
    return owners.getIfPresent(key);
  }

  @Override
  public void put(String key, String value) {
    owners.put(key, value);
  }
}
