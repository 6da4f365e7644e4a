package io.acme.libraries.caches;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Spring Cache over the caches of a manager. */
final class SpringSubject implements CacheSubject {
  private final Cache cache;

  private SpringSubject(CacheManager manager) {
    cache = Objects.requireNonNull(manager.getCache("owners"));
  }

  static SpringSubject overMap() {
    return new SpringSubject(new ConcurrentMapCacheManager("owners"));
  }

  static SpringSubject overCaffeine() {
    CaffeineCacheManager manager = new CaffeineCacheManager();
    manager.setCaffeine(Caffeine.newBuilder().maximumSize(10).executor(Runnable::run));
    return new SpringSubject(manager);
  }

  static SpringSubject overRedis() throws IOException {
    LettuceConnectionFactory connections =
        new LettuceConnectionFactory("localhost", RedisProcess.start());
    connections.afterPropertiesSet();
    connections.start();
    RedisCacheManager manager = RedisCacheManager.create(connections);
    manager.afterPropertiesSet();
    return new SpringSubject(manager);
  }

  @Override
  public String get(String key) {
    return Objects.requireNonNull(cache.get(key, () -> CacheSubject.load(key)));
  }

  @Override
  public @Nullable String peek(String key) {
    return cache.get(key, String.class);
  }

  @Override
  public void put(String key, String value) {
    cache.put(key, value);
  }
}
