package io.acme.libraries.caches;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Caffeine, asynchronous, which loads on the common pool. */
final class CaffeineAsyncSubject implements CacheSubject {
  private final AsyncCache<String, String> owners =
      Caffeine.newBuilder().maximumSize(10).buildAsync();

  @Override
  public String get(String key) throws Exception {
    return owners.get(key, CacheSubject::load).get();
  }

  @Override
  public @Nullable String peek(String key) throws Exception {
    CompletableFuture<String> found = owners.getIfPresent(key);
    return found == null ? null : found.get();
  }

  @Override
  public void put(String key, String value) {
    owners.synchronous().put(key, value);
    CacheSubject.awaitEviction();
  }
}
