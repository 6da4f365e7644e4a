package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
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
        var cache = cache(tier(silent, HOUR, Ticker.systemTicker()))) {
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
        RedisTier tier = tier(silent, Duration.ofMillis(50), Ticker.systemTicker())) {
      assertFalse(tier.awaitConnection());
      await(() -> silent.accepted() > 2);
    }
  }

  @Test
  void turnsOthersAwayWhileACommandWaitsForTooLong() throws Exception {
    var ticker = new FakeTicker();
    var threads = Executors.newSingleThreadExecutor();
    try (LocalRedis redis = LocalRedis.start();
        HeldProxy proxy = new HeldProxy(redis.port());
        RedisTier tier = tier(proxy, HOUR, ticker);
        var cache = cache(tier)) {
      assertTrue(tier.awaitConnection());
      proxy.hold();
      Future<String> held = threads.submit(() -> cache.get(key("held"), () -> "x"));
      await(() -> tier.waiting() == 1);
      ticker.advance(HOUR.dividedBy(9));
      assertEquals(16, valuesOfSixteenCallers(cache));
      assertFalse(held.isDone());
      proxy.release();
      assertEquals("x", held.get());
      CacheKey<String> shared = key("shared");
      assertTrue(cache.lease(shared).put(shared, "y"));
      assertTrue(tier.find(shared).value() != null, "Redis is used again");
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

  private static TieredCache cache(RedisTier tier) {
    return new TieredCache(CacheSettings.DEFAULT, tier);
  }

  private static RedisTier tier(HeldProxy proxy, Duration timeout, Ticker ticker) {
    return new RedisTier(
        RedisTier.address("localhost", proxy.port(), null, timeout), "test:", ticker);
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
