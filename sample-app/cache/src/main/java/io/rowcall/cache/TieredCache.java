package io.rowcall.cache;

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
 * <p>Three guarantees. A value that was read before an invalidation is never kept after it, however
 * it is stored. A null is cached like any value. A failing second tier costs a load, never an
 * error.
 *
 * <p>There is no {@code put} of a value alone, because nobody could tell whether that value is
 * older than an invalidation; a {@link Lease}, taken before the value is read, can.
 *
 * <p>Thread-safe. Time comes from the settings' ticker.
 */
public final class TieredCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TieredCache.class);

  private final FirstTier first;
  private final @Nullable SecondTier second;
  private final CacheSettings settings;
  private final SingleFlight loads = new SingleFlight();
  private final ConcurrentHashMap<String, CategoryStats> categoryStats = new ConcurrentHashMap<>();
  private final LongAdder secondTierHits = new LongAdder();
  private final ScheduledExecutorService cleaner;

  public TieredCache(CacheSettings settings) {
    this(settings, null);
  }

  public TieredCache(CacheSettings settings, @Nullable SecondTier second) {
    this.settings = settings;
    this.second = second;
    first = new FirstTier(settings);
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
      second.listen(first::drop);
    }
  }

  /**
   * Returns the cached value, or loads it.
   *
   * @throws IllegalStateException if the loader asks for its own key
   * @throws Exception from the loader; every waiting caller gets the same, and nothing is cached
   */
  public <T> T get(CacheKey<T> key, Callable<T> loader) throws Exception {
    return find(key, loader).value();
  }

  /** Returns the cached value, or loads it, and says which of the two. */
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

  /** Loads the key unless it is cached; the statistics do not count it as a miss. */
  public <T> void warm(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (isEnabled() && first.peek(key.text()) == null) {
      var unused = load(key, loader);
    }
  }

  /** Returns the right to store a value of this key that is read from now on. */
  public Lease lease(CacheKey<?> key) {
    int[] indexes = Versions.indexes(key);
    return new Lease(
        this, key, indexes, first.version(indexes), key.shared() ? sharedVersion(key) : null);
  }

  /**
   * Returns the right to store values that are read from now on, whose keys are not known before.
   * It ends with the invalidation of any key.
   */
  public Lease lease() {
    int[] total = {Versions.TOTAL};
    return new Lease(this, null, total, first.version(total), sharedVersion(null));
  }

  /** Drops keys, here and in every other instance that shares the second tier. */
  public void invalidate(Invalidation invalidation) {
    first.drop(invalidation);
    if (second != null) {
      try {
        second.invalidate(invalidation);
      } catch (RuntimeException failed) {
        LOG.warn("the second tier rejected {}: {}", invalidation, failed.toString());
      }
      // Again, because meanwhile an old value may have come from the second tier.
      first.drop(invalidation);
    }
  }

  public CacheStats stats() {
    long size = first.size();
    long valid = first.valid();
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
        first.bytes(),
        settings.maxBytes(),
        hits,
        misses,
        secondTierHits.sum(),
        first.evictions(),
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

  FirstTier first() {
    return first;
  }

  /**
   * Stores a value in both tiers, unless its key has been invalidated since the versions.
   *
   * @param sharedVersion null if the second tier could not be asked
   */
  <T> boolean store(
      CacheKey<T> key, T value, int[] indexes, long version, @Nullable String sharedVersion) {
    if (!isEnabled()) {
      return false;
    }
    byte[] bytes;
    try {
      bytes = EncodedValue.encode(key.codec(), value);
    } catch (IOException | RuntimeException failed) {
      LOG.warn("{} is not cached: its value cannot be encoded: {}", key.text(), failed.toString());
      return false;
    }
    if (second != null && key.shared() && sharedVersion != null) {
      try {
        if (!second.put(key, bytes, sharedVersion)) {
          return false;
        }
      } catch (RuntimeException failed) {
        LOG.debug("the second tier rejected {}: {}", key.text(), failed.toString());
      }
    }
    return first.put(new Entry(key, value, bytes.length, key.ttl().toNanos()), indexes, version);
  }

  private <T> CacheResult<T> lookUp(CacheKey<T> key, Callable<T> loader) throws Exception {
    if (!isEnabled()) {
      return new CacheResult<>(loader.call(), false);
    }
    Entry present = first.get(key.text());
    return present == null ? load(key, loader) : new CacheResult<>(cast(present.value()), true);
  }

  private <T> CacheResult<T> load(CacheKey<T> key, Callable<T> loader) throws Exception {
    int[] indexes = Versions.indexes(key);
    return loads.run(
        key.text(),
        () -> first.version(indexes),
        version -> loadOnce(key, loader, indexes, version));
  }

  private <T> CacheResult<T> loadOnce(
      CacheKey<T> key, Callable<T> loader, int[] indexes, long version) throws Exception {
    // Another load may have completed between the miss and this one.
    Entry present = first.peek(key.text());
    if (present != null) {
      return new CacheResult<>(cast(present.value()), true);
    }
    SecondTier.Found found = fromSecondTier(key);
    if (found != null && found.value() != null) {
      try {
        T value = cast(EncodedValue.decode(key.codec(), found.value()));
        Duration ttl = found.remaining().compareTo(key.ttl()) < 0 ? found.remaining() : key.ttl();
        var entry = new Entry(key, value, found.value().length, ttl.toNanos());
        var unused = first.put(entry, indexes, version);
        secondTierHits.increment();
        return new CacheResult<>(value, true);
      } catch (IOException | RuntimeException unreadable) {
        LOG.warn("{} in the second tier cannot be decoded: {}", key.text(), unreadable.toString());
      }
    }
    T value = loader.call();
    var unused = store(key, value, indexes, version, found == null ? null : found.version());
    return new CacheResult<>(value, false);
  }

  private SecondTier.@Nullable Found fromSecondTier(CacheKey<?> key) {
    if (second == null || !key.shared()) {
      return null;
    }
    try {
      return second.find(key);
    } catch (RuntimeException failed) {
      LOG.debug("the second tier failed for {}: {}", key.text(), failed.toString());
      return null;
    }
  }

  private @Nullable String sharedVersion(@Nullable CacheKey<?> key) {
    if (second == null) {
      return null;
    }
    try {
      return second.version(key);
    } catch (RuntimeException failed) {
      LOG.debug("the second tier failed: {}", failed.toString());
      return null;
    }
  }

  private boolean isEnabled() {
    return settings.maxBytes() > 0;
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
