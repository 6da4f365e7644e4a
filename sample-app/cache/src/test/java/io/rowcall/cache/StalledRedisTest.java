package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A Redis that accepts and never answers holds nobody: with a timeout of an hour, whoever waited
 * for it would outlast the test.
 */
@Timeout(120)
class StalledRedisTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void loadsAtOnceForEverybodyWhileOneProbeWaits() throws Exception {
    try (HeldProxy silent = HeldProxy.silent();
        var cache = cache(tier(silent, HOUR))) {
      assertEquals(16, valuesOfSixteenCallers(cache));
      cache.invalidate(Invalidation.ofEverything());
      await(() -> silent.accepted() > 0);
      assertEquals(16, valuesOfSixteenCallers(cache));
      assertEquals(1, silent.accepted(), "one probe at a time");
      assertEquals("degraded", cache.health());
    }
  }

  @Test
  void waitsForTheTimeoutOnceAndProbesAgainInTheBackground() throws Exception {
    try (HeldProxy silent = HeldProxy.silent();
        RedisTier tier = tier(silent, Duration.ofMillis(50))) {
      assertFalse(tier.awaitConnection());
      await(() -> silent.accepted() > 2);
    }
  }

  @Test
  void costsOneCallerTheTimeoutWhenAConnectedRedisStopsAnswering() throws Exception {
    var threads = Executors.newSingleThreadExecutor();
    try (LocalRedis redis = LocalRedis.start();
        HeldProxy proxy = new HeldProxy(redis.port());
        RedisTier tier = tier(proxy, HOUR);
        var cache = cache(tier)) {
      await(tier::reachable);
      proxy.hold();
      Future<String> held = threads.submit(() -> cache.get(key("held"), () -> "x"));
      await(tier::isStalled);
      assertEquals(16, valuesOfSixteenCallers(cache));
      cache.invalidate(Invalidation.ofKey("a:1"));
      assertFalse(held.isDone());
      proxy.release();
      assertEquals("x", held.get());
      CacheKey<String> shared = key("shared");
      await(() -> cache.lease(shared).put(shared, "y") && isFoundIn(tier, shared));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void holdsOnlyOneOfThoseWhoHaveBegunToWait() throws Exception {
    var threads = Executors.newFixedThreadPool(16);
    try (LocalRedis redis = LocalRedis.start();
        HeldProxy proxy = new HeldProxy(redis.port());
        RedisTier tier = tier(proxy, HOUR);
        var cache = cache(tier)) {
      await(tier::reachable);
      proxy.hold();
      List<Future<String>> values = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        CacheKey<String> key = key("a:" + i);
        values.add(threads.submit(() -> cache.get(key, () -> "x")));
      }
      await(() -> values.stream().filter(Future::isDone).count() == 15);
      assertTrue(tier.isStalled());
      proxy.release();
      for (Future<String> value : values) {
        assertEquals("x", value.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int valuesOfSixteenCallers(TieredCache cache) throws Exception {
    var threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> values = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        CacheKey<String> key = key("a:" + i);
        values.add(threads.submit(() -> cache.get(key, () -> "x")));
      }
      int count = 0;
      for (Future<String> value : values) {
        assertEquals("x", value.get());
        count++;
      }
      return count;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns false as long as the tier repairs the invalidation that it has refused. */
  private static boolean isFoundIn(RedisTier tier, CacheKey<?> key) {
    try {
      return tier.find(key).value() != null;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static TieredCache cache(RedisTier tier) {
    return new TieredCache(CacheSettings.DEFAULT, tier);
  }

  private static RedisTier tier(HeldProxy proxy, Duration timeout) {
    return new RedisTier(
        RedisTier.address("localhost", proxy.port(), null, timeout),
        "test:",
        Duration.ofMillis(50));
  }

  private static CacheKey<String> key(String text) {
    return CacheKey.of(text, Duration.ofMinutes(10), Codec.utf8());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen within a minute");
      LockSupport.parkNanos(5_000_000);
    }
  }
}
