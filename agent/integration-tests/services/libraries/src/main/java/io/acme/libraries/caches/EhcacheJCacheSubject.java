package io.acme.libraries.caches;

import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** JCache over Ehcache. */
final class EhcacheJCacheSubject implements CacheSubject {
  private final Cache<String, String> cache =
      Caching.getCachingProvider("org.ehcache.jsr107.EhcacheCachingProvider")
          .getCacheManager()
          .createCache(
              "owners",
              new MutableConfiguration<String, String>().setTypes(String.class, String.class));

  @Override
  public @Nullable String peek(String key) {
    return cache.get(key);
  }

  @Override
  public void put(String key, String value) {
    cache.put(key, value);
  }
}
