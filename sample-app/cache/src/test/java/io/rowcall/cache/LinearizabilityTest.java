package io.rowcall.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Random reads, writes and invalidations by several threads, of few keys. Each writer increments a
 * row and then invalidates its key in some way; whoever reads afterwards must see that write.
 */
class LinearizabilityTest {

  private static final int KEYS = 6;
  private static final int THREADS = 8;

  private final AtomicLongArray rows = new AtomicLongArray(KEYS);
  private final AtomicLongArray invalidated = new AtomicLongArray(KEYS);

  @Test
  void neverReturnsAValueOlderThanAnInvalidation() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      try (var cache = new TieredCache(CacheSettings.DEFAULT)) {
        run(List.of(cache), seed, 5_000);
        for (int i = 0; i < KEYS; i++) {
          assertEquals(rows.get(i), value(cache, i), "seed " + seed);
        }
      }
    }
  }

  @Test
  void keepsNoOldValueInAnyOfTwoInstancesThatShareRedis() throws Exception {
    try (LocalRedis redis = LocalRedis.start();
        TieredCache first = sharing(redis);
        TieredCache second = sharing(redis)) {
      run(List.of(first, second), 1, 150);
      for (TieredCache cache : List.of(first, second)) {
        for (int i = 0; i < KEYS; i++) {
          awaitLatest(cache, i);
        }
      }
    }
  }

  private void run(List<TieredCache> caches, long seed, int operations) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        var random = new Random(seed * THREADS + i);
        TieredCache cache = caches.get(i % caches.size());
        results.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < operations; n++) {
                    operate(cache, random, caches.size() == 1);
                  }
                  return "done";
                }));
      }
      for (Future<String> result : results) {
        assertEquals("done", result.get(), "seed " + seed);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Reads, stores or writes one row.
   *
   * @param alone whether nobody else invalidates, whose messages would be on their way
   */
  private void operate(TieredCache cache, Random random, boolean alone) throws Exception {
    int i = random.nextInt(KEYS);
    switch (random.nextInt(8)) {
      case 0 -> {
        long written = rows.incrementAndGet(i);
        cache.invalidate(invalidation(i, random.nextInt(20)));
        invalidated.accumulateAndGet(i, written, Math::max);
      }
      case 1 -> cache.warm(key(i), load(i));
      case 2 -> {
        Lease lease = random.nextBoolean() ? cache.lease(key(i)) : cache.lease();
        lease.put(key(i), load(i).call());
      }
      default -> {
        long atLeast = invalidated.get(i);
        long value = value(cache, i);
        assertTrue(!alone || value >= atLeast, () -> value + " is older than " + atLeast);
      }
    }
  }

  private long value(TieredCache cache, int i) throws Exception {
    return Long.parseLong(cache.get(key(i), load(i)));
  }

  private Callable<String> load(int i) {
    return () -> {
      long row = rows.get(i);
      Thread.yield();
      return Long.toString(row);
    };
  }

  private static Invalidation invalidation(int i, int kind) {
    return switch (kind % 5) {
      case 0 -> Invalidation.ofKey(key(i).text());
      case 1 -> Invalidation.ofPrefix("k", i % 2);
      case 2 -> Invalidation.ofTag("of:" + i % 3);
      case 3 -> Invalidation.ofPattern("k:*:" + i);
      default -> kind == 4 ? Invalidation.ofEverything() : Invalidation.ofKey(key(i).text());
    };
  }

  private static CacheKey<String> key(int i) {
    return CacheKey.of(KeyText.of("k", i % 2, i), Duration.ofHours(1), Codec.utf8())
        .withTag("of:" + i % 3);
  }

  private static TieredCache sharing(LocalRedis redis) throws InterruptedException {
    var tier = new RedisTier("localhost", redis.port(), null, "test:", LocalRedis.TIMEOUT);
    assertTrue(tier.awaitConnection());
    return new TieredCache(CacheSettings.DEFAULT, tier);
  }

  /** The other instance's last messages may still be on their way. */
  private void awaitLatest(TieredCache cache, int i) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (value(cache, i) != rows.get(i)) {
      assertTrue(System.nanoTime() < end, "an old value stays for good");
      LockSupport.parkNanos(10_000_000);
    }
  }
}
