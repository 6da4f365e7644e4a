package io.acme.libraries.caches;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import org.jspecify.annotations.Nullable;

/** Guava, bounded, without its own statistics. */
final class GuavaSubject implements CacheSubject {
  private final Cache<String, String> owners =
      CacheBuilder.newBuilder().concurrencyLevel(1).maximumSize(10).build();

  @Override
  public String get(String key) throws Exception {
    return owners.get(key, () -> CacheSubject.load(key));
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
