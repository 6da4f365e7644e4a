package io.acme.libraries.caches;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.integration.CacheLoader;
import org.jspecify.annotations.Nullable;

/** JCache over Caffeine, read-through; it has no value of {@code z}. */
final class CaffeineJCacheSubject implements CacheSubject {
  private final Cache<String, String> cache;

  CaffeineJCacheSubject() {
    CaffeineConfiguration<String, String> configuration = new CaffeineConfiguration<>();
    configuration.setTypes(String.class, String.class);
    configuration.setMaximumSize(OptionalLong.of(10));
    configuration.setReadThrough(true);
    configuration.setCacheLoaderFactory(new FactoryBuilder.SingletonFactory<>(new Loader()));
    cache =
        Caching.getCachingProvider(
                "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider")
            .getCacheManager()
            .createCache("owners", configuration);
  }

  @Override
  public String get(String key) {
    return cache.get(key);
  }

  @Override
  public @Nullable String peek(String key) {
    return cache.get(key);
  }

  @Override
  public void put(String key, String value) {
    cache.put(key, value);
    CacheSubject.awaitEviction();
  }

  private static final class Loader implements CacheLoader<String, String>, java.io.Serializable {
    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("NullAway") // The interface is not annotated; null means no value.
    public String load(String key) {
      return key.equals("z") ? null : CacheSubject.load(key);
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
      Map<String, String> values = new HashMap<>();
      for (String key : keys) {
        values.put(key, load(key));
      }
      return values;
    }
  }
}
