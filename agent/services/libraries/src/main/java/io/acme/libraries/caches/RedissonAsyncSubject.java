package io.acme.libraries.caches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RMapAsync;
import org.redisson.config.Config;

/** A map of Redisson's, whose answers come on threads of its own. */
final class RedissonAsyncSubject implements CacheSubject {
  private final RMapAsync<String, String> owners;

  RedissonAsyncSubject() throws IOException {
    Config config = new Config();
    config
        .useSingleServer()
        .setAddress("redis://localhost:" + RedisProcess.start())
        .setConnectionMinimumIdleSize(1);
    owners = Redisson.create(config).getMap("owners");
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
