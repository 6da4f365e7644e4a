package io.acme.libraries.caches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RMapAsync;

/** Redisson map, asynchronous: replies arrive on its own threads. */
final class RedissonAsyncSubject implements CacheSubject {
  private final RMapAsync<String, String> owners;

  RedissonAsyncSubject() throws IOException {
    owners = RedissonSubject.client().getMap("owners");
  }

  @Override
  public @Nullable String peek(String key) throws Exception {
    return owners.getAsync(key).get();
  }

  @Override
  public void put(String key, String value) throws Exception {
    owners.fastPutAsync(key, value).get();
  }
}
