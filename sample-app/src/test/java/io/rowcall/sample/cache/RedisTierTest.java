package io.rowcall.sample.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of a service sharing a real Redis. */
class RedisTierTest {

  private static final Codec<String> TEXT = TieredCacheTest.TEXT;

  private final AtomicInteger loads = new AtomicInteger();
  private LocalRedis redis;
  private TieredCache first;
  private TieredCache second;

  @BeforeEach
  void start() throws IOException {
    redis = LocalRedis.start();
    first = instance();
    second = instance();
  }

  @AfterEach
  void stop() throws IOException {
    first.close();
    second.close();
    redis.close();
  }

  @Test
  void sharesLoadedValuesBetweenInstances() throws Exception {
    assertEquals("x", first.get(key("a:1"), load("x")));
    assertTrue(second.find(key("a:1"), load("y")).hit());
    assertEquals(1, loads.get());
    assertEquals(1, second.stats().secondTierHits());
  }

  @Test
  @SuppressWarnings("NullAway") // A shared null is what this test is about.
  void sharesNulls() throws Exception {
    assertNull(first.get(key("a:1"), () -> null));
    assertNull(second.get(key("a:1"), load("y")));
    assertEquals(0, loads.get());
  }

  @Test
  void keepsALocalKeyInItsInstance() throws Exception {
    first.get(key("secret:1").localOnly(), load("x"));
    assertFalse(second.find(key("secret:1").localOnly(), load("x")).hit());
  }

  @Test
  void invalidatesByKeyPatternOrTagInEveryInstance() throws Exception {
    for (Invalidation invalidation :
        new Invalidation[] {
          Invalidation.ofKey("a:42:1"),
          Invalidation.ofPattern("a:42:*"),
          Invalidation.ofTag("of:42"),
          Invalidation.ofEverything()
        }) {
      CacheKey<String> dropped = key("a:42:1").withTag("of:42");
      first.get(dropped, load("old"));
      second.get(dropped, load("old"));
      first.invalidate(invalidation);
      await(() -> second.stats().valid() == 0);
      assertEquals("new", second.get(dropped, load("new")), invalidation::toString);
      first.invalidate(Invalidation.ofEverything());
      await(() -> second.stats().valid() == 0);
    }
  }

  @Test
  void keepsWhatThePatternDoesNotMatch() throws Exception {
    first.get(key("a:42:1"), load("x"));
    first.get(key("a:421:1"), load("x"));
    first.invalidate(Invalidation.ofPattern("a:42:*"));
    assertTrue(second.find(key("a:421:1"), load("x")).hit());
  }

  @Test
  void loadsWhileRedisIsUnreachableAndRecovers() throws Exception {
    first.get(key("a:1"), load("x"));
    redis.stop();
    assertEquals("y", first.get(key("b:1"), load("y")));
    assertEquals("z", second.get(key("c:1"), load("z")));
    first.invalidate(Invalidation.ofKey("b:1"));
    assertEquals("degraded", first.health());
    redis.restart();
    await(
        () -> {
          try {
            first.get(key("probe:" + System.nanoTime()), load("p"));
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
          return first.health().equals("ok");
        });
    first.get(key("d:1"), load("fresh"));
    await(() -> hits("d:1"));
  }

  private boolean hits(String text) {
    try {
      return second.find(key(text), load("other")).value().equals("fresh") || reload(text);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Until the second instance has reconnected, it loads on its own: clear it and try again. */
  private boolean reload(String text) throws Exception {
    second.invalidate(Invalidation.ofKey(text));
    first.put(key(text), "fresh");
    return false;
  }

  @Test
  void startsWithoutRedis() throws Exception {
    redis.stop();
    try (var alone = instance()) {
      assertEquals("x", alone.get(key("a:1"), load("x")));
      assertTrue(alone.find(key("a:1"), load("x")).hit());
    }
  }

  private TieredCache instance() {
    return new TieredCache(
        CacheSettings.DEFAULT,
        new RedisTier("localhost", redis.port(), null, "test:", LocalRedis.TIMEOUT));
  }

  private Callable<String> load(String value) {
    return () -> {
      loads.incrementAndGet();
      return value;
    };
  }

  private static CacheKey<String> key(String text) {
    return CacheKey.of(text, Duration.ofSeconds(60), TEXT);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen within a minute");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
