package io.acme.libraries.caches;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;

/** Jedis. */
final class JedisSubject implements CacheSubject {
  private final JedisPooled client;

  JedisSubject() throws IOException {
    client = new JedisPooled("localhost", RedisProcess.start());
  }

  @Override
  public @Nullable String peek(String key) {
    return client.get(key);
  }

  @Override
  public void put(String key, String value) {
    client.set(key, value);
  }
}
