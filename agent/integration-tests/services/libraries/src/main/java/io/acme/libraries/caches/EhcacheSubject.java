package io.acme.libraries.caches;

import org.ehcache.Cache;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.jspecify.annotations.Nullable;

/** Ehcache 3 on the heap. */
final class EhcacheSubject implements CacheSubject {
  private final Cache<String, String> cache =
      CacheManagerBuilder.newCacheManagerBuilder()
          .build(true)
          .createCache(
              "owners",
              CacheConfigurationBuilder.newCacheConfigurationBuilder(
                  String.class, String.class, ResourcePoolsBuilder.heap(10)));

  @Override
  public @Nullable String peek(String key) {
    return cache.get(key);
  }

  @Override
  public void put(String key, String value) {
    cache.put(key, value);
  }
}
