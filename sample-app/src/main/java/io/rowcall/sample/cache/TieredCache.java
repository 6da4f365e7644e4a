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
 * Get-or-compute in front of a database: the first caller loads, everybody else who wants the same
 * key waits for it.
 *
 * <p>Three promises. A value that was loaded before an invalidation is never kept after it: an
 * invalidation first marks the loads under way. A null is cached like any value. A second tier that
 * fails costs a load, never an error.
 *
 * <p>Invalidating by pattern or tag looks at every key. With the entries that fit into the byte
 * bound this takes well under a millisecond, and an index of tags would have to be kept right
 * against concurrent expiry.
 *
 * <p>Thread-safe. Times come from the settings' ticker.
 */
public final class TieredCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TieredCache.class);
  private static final byte[] NULL_MARKER = {'N'};
  private static final byte VALUE_MARKER = 'V';

  private final Cache<String, Entry> first;
  private final @Nullable SecondTier second;
  private final CacheSettings settings;
  private final ConcurrentHashMap<String, InFlightLoad> flights = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, CategoryStats> counts = new ConcurrentHashMap<>();
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
            .expireAfter(new Entry.Life(settings.adaptiveTtl()))
            .ticker(settings.ticker())
            // An eviction is a few field writes here: cheaper done at once than handed to a pool.
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

  /** The cached value, or what the loader returns. */
  public <T> T get(CacheKey<T> key, Callable<T> loader) throws Exception {
    return find(key, loader).value();
  }

  /**
   * The cached value, or what the loader returns, and which of the two it is.
   *
   * @throws Exception what the loader throws; every waiting caller gets the same, and nothing is
   *     cached
   */
  public <T> CacheResult<T> find(CacheKey<T> key, Callable<T> loader) throws Exception {
    long start = System.nanoTime();
    boolean hit = false;
    try {
      CacheResult<T> found = look(key, loader);
      hit = found.hit();
      return found;
    } finally {
      count(key).lookedUp(hit, System.nanoTime() - start);
    }
  }

  private <T> CacheResult<T> look(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (settings.maxBytes() == 0) {
      return new CacheResult<>(loader.call(), false);
    }
    Entry present = first.getIfPresent(key.text());
    if (present != null) {
      return new CacheResult<>(cast(present.value()), true);
    }
    var mine = new InFlightLoad(key);
    InFlightLoad other = flights.putIfAbsent(key.text(), mine);
    if (other != null) {
      return new CacheResult<>(cast(other.await()), false);
    }
    try {
      CacheResult<T> found = lead(key, loader, mine);
      mine.land(found.value());
      return found;
    } catch (Throwable thrown) {
      mine.crash(thrown);
      throw thrown;
    } finally {
      flights.remove(key.text(), mine);
    }
  }

  /** Stores a value for the key's own TTL. */
  public <T> void put(CacheKey<T> key, T value) {
    store(key, value, encoded(key, value), true, key.ttl());
  }

  /** Loads the key unless it is there already; the statistics do not count it as a miss. */
  public <T> void warm(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (first.policy().getIfPresentQuietly(key.text()) == null) {
      put(key, loader.call());
    }
  }

  /** Drops what no longer holds, here and in every other instance that shares the second tier. */
  public void invalidate(Invalidation invalidation) {
    outdate(invalidation);
    if (second != null) {
      try {
        second.invalidate(invalidation);
      } catch (RuntimeException failed) {
        LOG.warn("the second tier did not take {}: {}", invalidation, failed.toString());
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
    for (Map.Entry<String, CategoryStats> each : counts.entrySet()) {
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

  /**
   * Whether every tier answers: {@code ok}, or {@code degraded} while the second tier is out of
   * reach.
   */
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

  private <T> CacheResult<T> lead(CacheKey<T> key, Callable<T> loader, InFlightLoad mine)
      throws Exception {
    // Somebody else may have landed between the miss and the take-off.
    Entry landed = first.policy().getIfPresentQuietly(key.text());
    if (landed != null) {
      return new CacheResult<>(cast(landed.value()), true);
    }
    byte[] remote = key.shared() ? fromSecondTier(key) : null;
    if (remote != null) {
      try {
        T value = decoded(key, remote);
        mine.storeUnlessOutdated(() -> store(key, value, remote, false, key.ttl()));
        secondTierHits.increment();
        return new CacheResult<>(value, true);
      } catch (IOException | RuntimeException unreadable) {
        LOG.warn("{} in the second tier cannot be read: {}", key.text(), unreadable.toString());
      }
    }
    T value = loader.call();
    byte[] bytes = encoded(key, value);
    mine.storeUnlessOutdated(() -> store(key, value, bytes, true, key.ttl()));
    return new CacheResult<>(value, false);
  }

  private <T> void store(
      CacheKey<T> key, T value, byte @Nullable [] bytes, boolean onwards, Duration life) {
    if (bytes == null) {
      return;
    }
    first.put(key.text(), new Entry(key, value, bytes.length, life.toNanos()));
    if (onwards && key.shared() && second != null) {
      try {
        second.put(key.text(), bytes, life, key.tags());
      } catch (RuntimeException failed) {
        LOG.debug("the second tier did not take {}: {}", key.text(), failed.toString());
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
      LOG.debug("the second tier did not answer for {}: {}", key.text(), failed.toString());
      return null;
    }
  }

  private void drop(Invalidation invalidation) {
    outdate(invalidation);
    first.asMap().values().removeIf(entry -> invalidation.concerns(entry.key()));
  }

  private void outdate(Invalidation invalidation) {
    flights.forEach(
        (text, flight) -> {
          if (invalidation.concerns(flight.key())) {
            flight.outdate();
            // Whoever asks from now on must not wait for what was read before.
            flights.remove(text, flight);
          }
        });
  }

  /** The value as bytes, or null when it cannot be written: then it is not cached. */
  private static <T> byte @Nullable [] encoded(CacheKey<T> key, @Nullable T value) {
    if (value == null) {
      return NULL_MARKER;
    }
    try {
      byte[] plain = key.codec().encode(value);
      byte[] marked = new byte[plain.length + 1];
      marked[0] = VALUE_MARKER;
      System.arraycopy(plain, 0, marked, 1, plain.length);
      return marked;
    } catch (IOException | RuntimeException failed) {
      LOG.warn("{} is not cached, its value cannot be written: {}", key.text(), failed.toString());
      return null;
    }
  }

  private static <T> T decoded(CacheKey<T> key, byte[] marked) throws IOException {
    if (marked.length > 0 && marked[0] == VALUE_MARKER) {
      return key.codec().decode(java.util.Arrays.copyOfRange(marked, 1, marked.length));
    }
    return cast(null);
  }

  private CategoryStats count(CacheKey<?> key) {
    return counts.computeIfAbsent(key.category(), category -> new CategoryStats());
  }

  /**
   * A key text belongs to one type, by whoever writes the keys; and a cached null is a {@code T} of
   * its loader.
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T cast(@Nullable Object value) {
    return (T) value;
  }
}
