package io.rowcall.sample.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read-through cache with single flight: the first caller loads, all others who need the same key
 * wait.
 *
 * <p>Three guarantees. A value that was loaded before an invalidation is never stored after it: an
 * invalidation first marks the loads in progress. A null is cached like any value. A failing second
 * tier costs a load, never an error.
 *
 * <p>Invalidation by pattern or tag checks every key. With as many entries as fit into the byte
 * bound this takes well under a millisecond, and an index of tags would have to be kept consistent
 * with concurrent expiry.
 *
 * <p>Thread-safe. Time comes from the settings' ticker.
 */
public final class TieredCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TieredCache.class);
  private static final byte[] NULL_MARKER = {'N'};
  private static final byte VALUE_MARKER = 'V';

  private final Cache<String, Entry> first;
  private final @Nullable SecondTier second;
  private final CacheSettings settings;
  private final ConcurrentHashMap<String, InFlightLoad> loads = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, CategoryStats> categoryStats = new ConcurrentHashMap<>();
  private final LongAdder secondTierHits = new LongAdder();
  private final ScheduledExecutorService cleaner;

  public TieredCache(CacheSettings settings) {
    this(settings, null);
  }

  public TieredCache(CacheSettings settings, @Nullable SecondTier second) {
    this.settings = settings;
    this.second = second;
    first =
        Caffeine.newBuilder()
            .maximumWeight(settings.maxBytes())
            .weigher((String key, Entry entry) -> entry.weight())
            .expireAfter(new Entry.EntryExpiry(settings.adaptiveTtl()))
            .ticker(settings.ticker())
            // An eviction is a few field writes, cheaper done at once than handed to a pool.
            .executor(Runnable::run)
            .recordStats()
            .build();
    cleaner =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "cache-clean-up");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = settings.cleanUpEvery().toNanos();
    var unused = cleaner.scheduleWithFixedDelay(first::cleanUp, nanos, nanos, TimeUnit.NANOSECONDS);
    if (second != null) {
      second.listen(this::drop);
    }
  }

  /** Returns the cached value, or loads it. */
  public <T> T get(CacheKey<T> key, Callable<T> loader) throws Exception {
    return find(key, loader).value();
  }

  /**
   * Returns the cached value, or loads it, and says which of the two.
   *
   * @throws Exception from the loader; every waiting caller gets the same, and nothing is cached
   */
  public <T> CacheResult<T> find(CacheKey<T> key, Callable<T> loader) throws Exception {
    long start = System.nanoTime();
    boolean hit = false;
    try {
      CacheResult<T> result = lookUp(key, loader);
      hit = result.hit();
      return result;
    } finally {
      stats(key).record(hit, System.nanoTime() - start);
    }
  }

  private <T> CacheResult<T> lookUp(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (settings.maxBytes() == 0) {
      return new CacheResult<>(loader.call(), false);
    }
    Entry present = first.getIfPresent(key.text());
    if (present != null) {
      return new CacheResult<>(cast(present.value()), true);
    }
    var load = new InFlightLoad(key);
    InFlightLoad running = loads.putIfAbsent(key.text(), load);
    if (running != null) {
      return new CacheResult<>(cast(running.await()), false);
    }
    try {
      CacheResult<T> result = loadOnce(key, loader, load);
      load.complete(result.value());
      return result;
    } catch (Throwable thrown) {
      load.fail(thrown);
      throw thrown;
    } finally {
      loads.remove(key.text(), load);
    }
  }

  /** Stores a value for the key's TTL. */
  public <T> void put(CacheKey<T> key, T value) {
    store(key, value, encode(key, value), true, key.ttl());
  }

  /** Loads the key unless it is cached; the statistics do not count it as a miss. */
  public <T> void warm(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (first.policy().getIfPresentQuietly(key.text()) == null) {
      put(key, loader.call());
    }
  }

  /** Drops keys, here and in every other instance that shares the second tier. */
  public void invalidate(Invalidation invalidation) {
    invalidateLoads(invalidation);
    if (second != null) {
      try {
        second.invalidate(invalidation);
      } catch (RuntimeException failed) {
        LOG.warn("the second tier rejected {}: {}", invalidation, failed.toString());
      }
    }
    drop(invalidation);
  }

  public CacheStats stats() {
    long size = first.estimatedSize();
    long valid = first.asMap().keySet().stream().count();
    Map<String, CacheStats.Category> categories = new TreeMap<>();
    long hits = 0;
    long misses = 0;
    for (Map.Entry<String, CategoryStats> each : categoryStats.entrySet()) {
      CacheStats.Category category = each.getValue().category();
      categories.put(each.getKey(), category);
      hits += category.hits();
      misses += category.misses();
    }
    return new CacheStats(
        size,
        valid,
        Math.max(0, size - valid),
        first.policy().eviction().orElseThrow().weightedSize().orElse(0),
        settings.maxBytes(),
        hits,
        misses,
        secondTierHits.sum(),
        first.stats().evictionCount(),
        CacheStats.ratio(hits, misses),
        categories);
  }

  /** Removes expired entries now, instead of at the next interval. */
  public void cleanUp() {
    first.cleanUp();
  }

  /** Returns {@code ok}, or {@code degraded} while the second tier is unreachable. */
  public String health() {
    return second == null || second.reachable() ? "ok" : "degraded";
  }

  @Override
  public void close() {
    cleaner.shutdownNow();
    if (second != null) {
      second.close();
    }
  }

  private <T> CacheResult<T> loadOnce(CacheKey<T> key, Callable<T> loader, InFlightLoad load)
      throws Exception {
    // Another load may have completed between the miss and this one.
    Entry present = first.policy().getIfPresentQuietly(key.text());
    if (present != null) {
      return new CacheResult<>(cast(present.value()), true);
    }
    byte[] remote = key.shared() ? fromSecondTier(key) : null;
    if (remote != null) {
      try {
        T value = decode(key, remote);
        load.storeUnlessInvalidated(() -> store(key, value, remote, false, key.ttl()));
        secondTierHits.increment();
        return new CacheResult<>(value, true);
      } catch (IOException | RuntimeException unreadable) {
        LOG.warn("{} in the second tier cannot be decoded: {}", key.text(), unreadable.toString());
      }
    }
    T value = loader.call();
    byte[] bytes = encode(key, value);
    load.storeUnlessInvalidated(() -> store(key, value, bytes, true, key.ttl()));
    return new CacheResult<>(value, false);
  }

  private <T> void store(
      CacheKey<T> key, T value, byte @Nullable [] bytes, boolean writeThrough, Duration ttl) {
    if (bytes == null) {
      return;
    }
    first.put(key.text(), new Entry(key, value, bytes.length, ttl.toNanos()));
    if (writeThrough && key.shared() && second != null) {
      try {
        second.put(key.text(), bytes, ttl, key.tags());
      } catch (RuntimeException failed) {
        LOG.debug("the second tier rejected {}: {}", key.text(), failed.toString());
      }
    }
  }

  private byte @Nullable [] fromSecondTier(CacheKey<?> key) {
    if (second == null) {
      return null;
    }
    try {
      return second.get(key.text());
    } catch (RuntimeException failed) {
      LOG.debug("the second tier failed for {}: {}", key.text(), failed.toString());
      return null;
    }
  }

  private void drop(Invalidation invalidation) {
    invalidateLoads(invalidation);
    first.asMap().values().removeIf(entry -> invalidation.matches(entry.key()));
  }

  private void invalidateLoads(Invalidation invalidation) {
    loads.forEach(
        (text, load) -> {
          if (invalidation.matches(load.key())) {
            load.invalidate();
            // Later callers must not wait for what was read before.
            loads.remove(text, load);
          }
        });
  }

  /** Encodes a value; null if it cannot be encoded, and is then not cached. */
  private static <T> byte @Nullable [] encode(CacheKey<T> key, @Nullable T value) {
    if (value == null) {
      return NULL_MARKER;
    }
    try {
      byte[] plain = key.codec().encode(value);
      byte[] encoded = new byte[plain.length + 1];
      encoded[0] = VALUE_MARKER;
      System.arraycopy(plain, 0, encoded, 1, plain.length);
      return encoded;
    } catch (IOException | RuntimeException failed) {
      LOG.warn("{} is not cached: its value cannot be encoded: {}", key.text(), failed.toString());
      return null;
    }
  }

  private static <T> T decode(CacheKey<T> key, byte[] encoded) throws IOException {
    if (encoded.length > 0 && encoded[0] == VALUE_MARKER) {
      return key.codec().decode(java.util.Arrays.copyOfRange(encoded, 1, encoded.length));
    }
    return cast(null);
  }

  private CategoryStats stats(CacheKey<?> key) {
    return categoryStats.computeIfAbsent(key.category(), category -> new CategoryStats());
  }

  /**
   * Casts unchecked: each key text belongs to one type, and a cached null is a {@code T} of its
   * loader.
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T cast(@Nullable Object value) {
    return (T) value;
  }
}
