package io.acme.libraries.caches;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cache of one library; a bounded one has room for ten entries. */
public interface CacheSubject {
  /** Returns the value of a key, and loads it if missing. */
  default String get(String key) throws Exception {
    String found = peek(key);
    if (found != null) {
      return found;
    }
    String loaded = load(key);
    put(key, loaded);
    return loaded;
  }

  /** Returns the value of a key, or null. */
  @Nullable String peek(String key) throws Exception;

  /** Stores a value. */
  void put(String key, String value) throws Exception;

  /** Loads a value, as from a slower source. */
  static String load(String key) {
    return "value of " + key;
  }

  /** Waits until Caffeine has evicted in the common pool, so that its figures stay as they are. */
  static void awaitEviction() {
    ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES);
  }

  /** Creates the cache of a name. */
  static CacheSubject named(String name) throws Exception {
    return switch (name) {
      case "caffeine" -> new CaffeineSubject();
      case "caffeine-async" -> new CaffeineAsyncSubject();
      case "caffeine-loading" -> new CaffeineLoadingSubject();
      case "ehcache" -> new EhcacheSubject();
      case "guava" -> new GuavaSubject();
      case "hibernate" -> new HibernateSubject();
      case "hibernate-queries" -> new HibernateQuerySubject();
      case "infinispan" -> new InfinispanSubject();
      case "jcache-caffeine" -> new CaffeineJCacheSubject();
      case "jcache-ehcache" -> new EhcacheJCacheSubject();
      case "jedis" -> new JedisSubject();
      case "lettuce" -> new LettuceSubject();
      case "lettuce-async" -> new LettuceAsyncSubject();
      case "redisson" -> new RedissonSubject();
      case "redisson-async" -> new RedissonAsyncSubject();
      case "spring-caffeine" -> SpringSubject.overCaffeine();
      case "spring-map" -> SpringSubject.overMap();
      case "spring-redis" -> SpringSubject.overRedis();
      default -> throw new IllegalArgumentException("no such cache: " + name);
    };
  }
}
