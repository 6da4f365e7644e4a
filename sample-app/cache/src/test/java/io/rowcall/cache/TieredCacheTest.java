package io.rowcall.cache;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TieredCacheTest {

  private final FakeTicker ticker = new FakeTicker();
  private final AtomicInteger loads = new AtomicInteger();
  private TieredCache cache = new TieredCache(CacheSettings.DEFAULT.withTicker(ticker));

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void expiresEachEntryAfterItsOwnTtl() throws Exception {
    var minute = key("a:1", 60);
    var hour = key("b:1", 3600);
    cache.get(minute, load("x"));
    cache.get(hour, load("y"));
    ticker.advance(Duration.ofSeconds(59));
    assertTrue(cache.find(minute, load("x")).hit());
    ticker.advance(Duration.ofSeconds(2));
    assertFalse(cache.find(minute, load("x")).hit());
    ticker.advance(Duration.ofSeconds(3538));
    assertTrue(cache.find(hour, load("y")).hit());
    ticker.advance(Duration.ofSeconds(2));
    assertFalse(cache.find(hour, load("y")).hit());
  }

  @Test
  void loadsOnceForThirtyTwoConcurrentCallers() throws Exception {
    var started = new CountDownLatch(1);
    var waiting = new AtomicInteger();
    Callable<String> slow =
        () -> {
          started.await();
          return load("x").call();
        };
    var threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        answers.add(
            threads.submit(
                () -> {
                  waiting.incrementAndGet();
                  return cache.get(key("a:1", 60), slow);
                }));
      }
      while (waiting.get() < 32) {
        Thread.onSpinWait();
      }
      started.countDown();
      for (Future<String> answer : answers) {
        assertEquals("x", answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, loads.get());
  }

  @Test
  @SuppressWarnings("NullAway") // A cached null is what this test is about.
  void cachesNulls() throws Exception {
    Callable<String> nothing =
        () -> {
          loads.incrementAndGet();
          return null;
        };
    assertNull(cache.get(key("a:1", 60), nothing));
    assertNull(cache.get(key("a:1", 60), nothing));
    assertEquals(1, loads.get());
  }

  @Test
  void propagatesTheLoadersFailureAndCachesNothing() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                key("a:1", 60),
                () -> {
                  throw new IllegalStateException("down");
                }));
    assertEquals("x", cache.get(key("a:1", 60), load("x")));
  }

  @Test
  void invalidatesByPattern() throws Exception {
    cache.get(key("contacts:42:1:20", 60), load("x"));
    cache.get(key("contacts:42:2:20", 60), load("x"));
    cache.get(key("contacts:421:1:20", 60), load("x"));
    cache.invalidate(Invalidation.ofPattern("contacts:42:*"));
    assertFalse(cache.find(key("contacts:42:1:20", 60), load("x")).hit());
    assertFalse(cache.find(key("contacts:42:2:20", 60), load("x")).hit());
    assertTrue(cache.find(key("contacts:421:1:20", 60), load("x")).hit());
  }

  @Test
  void invalidatesByTag() throws Exception {
    cache.get(key("a:1", 60).withTag("of:42"), load("x"));
    cache.get(key("b:1", 60).withTag("of:42").withTag("other"), load("x"));
    cache.get(key("c:1", 60).withTag("of:43"), load("x"));
    cache.invalidate(Invalidation.ofTag("of:42"));
    assertFalse(cache.find(key("a:1", 60), load("x")).hit());
    assertFalse(cache.find(key("b:1", 60), load("x")).hit());
    assertTrue(cache.find(key("c:1", 60), load("x")).hit());
  }

  @Test
  void doesNotStoreWhatWasLoadedBeforeAnInvalidation() throws Exception {
    String loaded =
        cache.get(
            key("a:1", 60).withTag("of:42"),
            () -> {
              cache.invalidate(Invalidation.ofTag("of:42"));
              return "old";
            });
    assertEquals("old", loaded);
    assertEquals("new", cache.get(key("a:1", 60).withTag("of:42"), load("new")));
  }

  @Test
  void doublesTheTtlAfterTenReads() throws Exception {
    cache.close();
    cache = new TieredCache(CacheSettings.DEFAULT.withTicker(ticker).withAdaptiveTtl());
    for (String name : List.of("hot:1", "cold:1")) {
      cache.get(key(name, 60), load("x"));
    }
    cache.get(key("fixed:1", 60).withFixedTtl(), load("x"));
    for (int i = 0; i < 30; i++) {
      cache.get(key("hot:1", 60), load("x"));
      cache.get(key("fixed:1", 60).withFixedTtl(), load("x"));
    }
    ticker.advance(Duration.ofSeconds(61));
    assertFalse(cache.find(key("cold:1", 60), load("x")).hit());
    assertFalse(cache.find(key("fixed:1", 60).withFixedTtl(), load("x")).hit());
    assertTrue(cache.find(key("hot:1", 60), load("x")).hit());
    ticker.advance(Duration.ofSeconds(60));
    assertFalse(cache.find(key("hot:1", 60), load("x")).hit());
  }

  @Test
  void countsHitsAndMissesByCategory() throws Exception {
    cache.get(key("a:1", 60), load("x"));
    cache.get(key("a:1", 60), load("x"));
    cache.get(key("a:1", 60), load("x"));
    cache.get(key("b:1", 60), load("x"));
    CacheStats stats = cache.stats();
    CacheStats.Category a = requireNonNull(stats.categories().get("a"));
    assertEquals(2, a.hits());
    assertEquals(1, a.misses());
    assertEquals(2 / 3.0, a.hitRatio());
    assertTrue(a.hitMillis() > 0 && a.missMillis() > 0, a::toString);
    assertEquals(2, stats.hits());
    assertEquals(2, stats.misses());
    assertEquals(0.5, stats.hitRatio());
  }

  @Test
  void countsExpiredEntriesUntilTheyAreCleanedUp() throws Exception {
    cache.get(key("a:1", 60), load("x"));
    cache.get(key("b:1", 600), load("x"));
    ticker.advance(Duration.ofSeconds(61));
    CacheStats before = cache.stats();
    assertEquals(1, before.valid());
    assertEquals(1, before.expired());
    cache.cleanUp();
    CacheStats after = cache.stats();
    assertEquals(1, after.size());
    assertEquals(0, after.expired());
  }

  @Test
  void staysWithinItsByteBound() throws Exception {
    cache.close();
    cache = new TieredCache(CacheSettings.DEFAULT.withMaxBytes(100_000));
    for (int i = 0; i < 1000; i++) {
      cache.get(key("a:" + i, 60), load("x".repeat(1000)));
    }
    cache.cleanUp();
    assertTrue(cache.stats().bytes() <= 100_000, () -> cache.stats().toString());
    assertTrue(cache.stats().evictions() > 800, () -> cache.stats().toString());
  }

  @Test
  void returnsAWarmedKeyWithoutALoad() throws Exception {
    cache.warm(key("a:1", 60), load("x"));
    cache.warm(key("a:1", 60), load("x"));
    assertTrue(cache.find(key("a:1", 60), load("x")).hit());
    assertEquals(1, loads.get());
  }

  @Test
  void hasTheDocumentedDefaults() {
    assertEquals(Duration.ofMinutes(5), CacheSettings.DEFAULT.cleanUpEvery());
    assertEquals(50_000_000, CacheSettings.DEFAULT.maxBytes());
  }

  private Callable<String> load(String value) {
    return () -> {
      loads.incrementAndGet();
      return value;
    };
  }

  private static CacheKey<String> key(String text, int seconds) {
    return CacheKey.of(text, Duration.ofSeconds(seconds), Codec.utf8());
  }
}
