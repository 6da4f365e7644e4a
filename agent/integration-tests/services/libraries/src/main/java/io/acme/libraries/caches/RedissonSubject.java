package io.acme.libraries.caches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Redisson map, synchronous. */
final class RedissonSubject implements CacheSubject {
  private final RMap<String, String> owners;

  RedissonSubject() throws IOException {
    owners = client().getMap("owners");
  }

  static RedissonClient client() throws IOException {
    Config config = new Config();
    config
        .useSingleServer()
        .setAddress("redis://localhost:" + RedisProcess.start())
        .setConnectionMinimumIdleSize(1);
    return Redisson.create(config);
  }

  @Override
  public @Nullable String peek(String key) {
    return owners.get(key);
  }

  @Override
  public void put(String key, String value) {
    owners.fastPut(key, value);
  }
}
