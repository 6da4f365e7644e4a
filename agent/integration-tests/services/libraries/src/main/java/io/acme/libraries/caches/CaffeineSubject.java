package io.acme.libraries.caches;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Caffeine, bounded, without its own statistics. */
final class CaffeineSubject implements CacheSubject {
  private final Cache<String, String> owners =
      Caffeine.newBuilder().maximumSize(10).executor(Runnable::run).build();

  @Override
  public String get(String key) {
    return owners.get(key, CacheSubject::load);
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
