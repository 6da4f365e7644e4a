package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of a service sharing a real Redis. */
class RedisTierTest {

  private final AtomicInteger loads = new AtomicInteger();
  private LocalRedis redis;
  private TieredCache first;
  private TieredCache second;

  @BeforeEach
  void start() throws Exception {
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
    await(() -> first.health().equals("ok"));
    await(() -> second.health().equals("ok"));
    first.get(key("d:1"), load("fresh"));
    assertEquals("fresh", second.get(key("d:1"), load("other")));
    first.get(key("b:1"), load("new"));
    assertEquals("new", second.get(key("b:1"), load("other")));
  }

  @Test
  void startsWithoutRedis() throws Exception {
    redis.stop();
    try (var alone = instance()) {
      assertEquals("x", alone.get(key("a:1"), load("x")));
      assertTrue(alone.find(key("a:1"), load("x")).hit());
    }
  }

  @Test
  void refusesWhatWasLoadedBeforeAnInvalidationByTheOtherInstance() throws Exception {
    for (Invalidation invalidation :
        List.of(
            Invalidation.ofKey("a:42:1"),
            Invalidation.ofPrefix("a", 42),
            Invalidation.ofPattern("a:*:1"),
            Invalidation.ofPattern("*:1"),
            Invalidation.ofTag("of:42"),
            Invalidation.ofEverything())) {
      CacheKey<String> key = key("a:42:1").withTag("of:42");
      Callable<String> overtaken =
          () -> {
            second.invalidate(invalidation);
            return "old";
          };
      assertEquals("old", first.get(key, overtaken));
      assertFalse(first.find(key, overtaken).hit(), invalidation::toString);
      first.warm(key, overtaken);
      assertFalse(second.find(key, () -> "new").hit(), invalidation::toString);
      second.invalidate(invalidation);
      Lease lease = first.lease(key);
      Lease ofAnyKey = first.lease();
      second.invalidate(invalidation);
      assertFalse(lease.put(key, "old"), invalidation::toString);
      assertFalse(ofAnyKey.put(key, "old"), invalidation::toString);
    }
  }

  @Test
  void storesThroughALeaseThatNothingHasEnded() throws Exception {
    CacheKey<String> key = key("a:42:1").withTag("of:42");
    assertTrue(first.lease(key).put(key, "x"));
    assertTrue(second.find(key, load("y")).hit());
    assertTrue(first.lease().put(key("b:1"), "x"));
    assertTrue(second.find(key("b:1"), load("y")).hit());
  }

  @Test
  void refusesAfterRedisHasForgottenItsCounters() throws Exception {
    CacheKey<String> key = key("a:1");
    Lease lease = first.lease(key);
    second.invalidate(Invalidation.ofEverything());
    try (var client = RedisClient.create("redis://localhost:" + redis.port())) {
      client.connect().sync().flushall();
    }
    assertFalse(lease.put(key, "old"));
  }

  @Test
  void keepsAnEntryOfRedisOnlyForItsRemainingTtl() throws Exception {
    var ticker = new FakeTicker();
    first.get(key("a:1").withTtl(Duration.ofSeconds(60)), load("x"));
    try (TieredCache third = instance(ticker)) {
      CacheKey<String> longer = key("a:1").withTtl(Duration.ofHours(1));
      third.get(longer, load("y"));
      ticker.advance(Duration.ofSeconds(61));
      third.get(longer, load("y"));
      assertEquals(2, third.stats().secondTierHits(), "the first tier had it no longer");
    }
  }

  @Test
  void keepsTheSetOfATagAsLongAsItsKeys() throws Exception {
    first.get(key("a:1").withTag("t").withTtl(Duration.ofHours(5)), load("x"));
    first.get(key("a:2").withTag("t").withTtl(Duration.ofSeconds(60)), load("x"));
    try (var client = RedisClient.create("redis://localhost:" + redis.port())) {
      assertTrue(client.connect().sync().pttl("test:tag:t") > Duration.ofHours(4).toMillis());
    }
  }

  @Test
  void takesWhatCallersWriteLiterally() throws Exception {
    for (String user : List.of("*", "[4]2", "4?", "\\")) {
      first.get(key(KeyText.of("a", user, 1)), load("x"));
      first.get(key("a:42:1"), load("x"));
      first.invalidate(Invalidation.ofPrefix("a", user));
      assertFalse(second.find(key(KeyText.of("a", user, 1)), load("y")).hit(), user);
      assertTrue(second.find(key("a:42:1"), load("y")).hit(), user);
      first.invalidate(Invalidation.ofPattern("a:" + Invalidation.quote(user) + ":*"));
      first.invalidate(Invalidation.ofKey("drain"));
      assertFalse(first.find(key(KeyText.of("a", user, 1)), load("y")).hit(), user);
      assertTrue(first.find(key("a:42:1"), load("y")).hit(), user);
      first.invalidate(Invalidation.ofEverything());
      await(() -> second.stats().valid() == 0);
    }
  }

  private TieredCache instance() throws InterruptedException {
    return instance(Ticker.systemTicker());
  }

  private TieredCache instance(Ticker ticker) throws InterruptedException {
    var tier = new RedisTier("localhost", redis.port(), null, "test:", LocalRedis.TIMEOUT);
    boolean unused = tier.awaitConnection();
    return new TieredCache(CacheSettings.DEFAULT.withTicker(ticker), tier);
  }

  private Callable<String> load(String value) {
    return () -> {
      loads.incrementAndGet();
      return value;
    };
  }

  private static CacheKey<String> key(String text) {
    return CacheKey.of(text, Duration.ofSeconds(60), Codec.utf8());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen within a minute");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
