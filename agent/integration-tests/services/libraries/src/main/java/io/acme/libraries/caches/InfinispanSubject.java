package io.acme.libraries.caches;

import org.infinispan.Cache;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.jspecify.annotations.Nullable;

/** Infinispan in this JVM, without a cluster. */
final class InfinispanSubject implements CacheSubject {
  private final Cache<String, String> cache;

  InfinispanSubject() {
    DefaultCacheManager manager = new DefaultCacheManager();
    manager.defineConfiguration("owners", new ConfigurationBuilder().memory().maxCount(10).build());
    cache = manager.getCache("owners");
  }

  @Override
  public @Nullable String peek(String key) {
    return cache.get(key);
  }

  @Override
  public void put(String key, String value) {
    cache.put(key, value);
  }
}
