package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of caches, which are counted in one of two ways.
 *
 * <p>A library with statistics of its own (Caffeine, Guava) is counted by them: wherever it fetches
 * its counter, {@link #beforeCount} notes the cache, and each number that it counts is passed to
 * these hooks as well, whether its statistics are enabled or not. So a lookup is what the library
 * calls one.
 *
 * <p>Any other lookup is framed by {@link #beforeLookup} and {@link #afterLookup}. Lookups of other
 * caches inside it are part of it.
 *
 * <p><b>Threads:</b> the application's. A lookup inside a request is recorded in the thread's own
 * branch of it: no lock, no shared cache line, no allocation once the branch has seen the cache.
 * Outside of requests, striped counters.
 */
public final class CacheHooks {
  public static final WeakIdentityMap<CacheStats> CACHES = WeakIdentityMap.refusing();

  private CacheHooks() {}

  // ---- Identity of caches ----

  /** A cache was created: it is named after its creation site. */
  public static void onCreate(Object cache) {
    Engine engine = Engine.current();
    if (engine != null && !CACHES.isFull() && !CACHES.containsKey(cache)) {
      CACHES.put(cache, engine.cache(cache, null));
    }
  }

  /** A cache was created, or wrapped, by a manager that knows its name. */
  public static void onNamed(@Nullable Object cache, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && cache != null && name != null) {
      CacheStats stats = engine.cache(cache, name);
      CACHES.put(cache, stats);
      CACHES.put(engine.unwrap(cache), stats);
    }
  }

  /**
   * The same for a cache whose lookups are framed, and which may wrap one with statistics of its
   * own.
   */
  public static void onNamedWrapper(@Nullable Object cache, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && cache != null && name != null) {
      CacheStats stats = engine.cache(cache, name);
      CACHES.put(cache, stats);
      Object inside = engine.unwrap(cache);
      if (inside != cache) {
        CACHES.put(inside, stats.inside());
      }
    }
  }

  /** A cache performs the lookups of another one, which may have a name. */
  public static void shareStats(@Nullable Object named, Object cache) {
    CacheStats stats = named == null ? null : CACHES.get(named);
    if (stats != null) {
      CACHES.put(cache, stats);
    }
  }

  /** A cache keeps its entries in a map that knows their number. */
  public static void onStore(Object cache, @Nullable Object map) {
    if (map != null) {
      shareStats(cache, map);
    }
  }

  private static CacheStats stats(Object cache) {
    CacheStats known = CACHES.get(cache);
    if (known != null) {
      return known;
    }
    Engine engine = Engine.current();
    if (engine == null || CACHES.isFull()) {
      return CacheStats.OTHER;
    }
    CacheStats stats = engine.cache(cache, null);
    CACHES.put(cache, stats);
    return stats;
  }

  // ---- Libraries with statistics of their own ----

  /** The next numbers that this thread counts belong to this cache. */
  public static void beforeCount(Object cache) {
    ThreadState.current().countingCache = stats(cache);
  }

  public static void onHits(int count) {
    count(ThreadState.current(), count, 0);
  }

  public static void onMisses(int count) {
    count(ThreadState.current(), 0, count);
  }

  private static void count(ThreadState thread, int hits, int misses) {
    CacheStats cache = thread.countingCache;
    if (cache != null && !thread.inLookup && !cache.isInside()) {
      record(thread, cache, hits, misses);
    }
  }

  public static void onLoad(long nanos) {
    CacheStats cache = ThreadState.current().countingCache;
    if (cache != null && !cache.isInside()) {
      cache.recordLoad(nanos);
    }
  }

  public static void onEviction() {
    CacheStats cache = ThreadState.current().countingCache;
    if (cache != null) {
      cache.recordEviction();
    }
  }

  /**
   * The time of a library's ticker; the real time if the ticker is disabled with the statistics.
   */
  public static long readTicker(Object ticker, long read) {
    return ticker.getClass().getName().endsWith("DisabledTicker") ? System.nanoTime() : read;
  }

  // ---- Framed lookups ----

  /**
   * @return the value to pass to {@link #afterLookup}; null inside another lookup
   */
  public static @Nullable ThreadState beforeLookup() {
    ThreadState thread = ThreadState.current();
    if (thread.inLookup) {
      return null;
    }
    thread.inLookup = true;
    return thread;
  }

  /** Ends a call that is no lookup, but calls methods that would look like one. */
  public static void cancelLookup(@Nullable ThreadState thread) {
    if (thread != null) {
      thread.inLookup = false;
      thread.loads = 0;
      thread.loadNanos = 0;
    }
  }

  /** Ends the lookup of one key. If it had to be loaded, it was a miss. */
  public static void afterLookup(
      @Nullable ThreadState thread, Object cache, boolean found, boolean failed) {
    if (thread == null) {
      return;
    }
    boolean hit = found && thread.loads == 0;
    afterLookup(thread, cache, hit ? 1 : 0, hit ? 0 : 1, failed);
  }

  /**
   * Ends the lookup of several keys.
   *
   * @param keys the keys; null when the result has a null for each that is missing
   * @param found a list or a map
   */
  public static void afterLookup(
      @Nullable ThreadState thread,
      Object cache,
      @Nullable Object keys,
      @Nullable Object found,
      boolean failed) {
    if (thread == null) {
      return;
    }
    int hits = -1;
    int misses = 0;
    if (keys == null && isOfTheJdk(found) && found instanceof List) {
      hits = 0;
      for (Object value : (List<?>) found) {
        if (value == null) {
          misses++;
        } else {
          hits++;
        }
      }
    } else if (isOfTheJdk(found)
        && found instanceof Map
        && isOfTheJdk(keys)
        && keys instanceof Collection) {
      hits = Math.max(0, ((Map<?, ?>) found).size() - thread.loads);
      misses = Math.max(0, ((Collection<?>) keys).size() - hits);
    }
    afterLookup(thread, cache, hits, misses, failed || hits < 0);
  }

  /** Only collections of the JDK are read, because others may run code of the application. */
  private static boolean isOfTheJdk(@Nullable Object collection) {
    return collection != null && collection.getClass().getClassLoader() == null;
  }

  /** A failed lookup counts for nothing. */
  private static void afterLookup(
      ThreadState thread, Object cache, int hits, int misses, boolean failed) {
    thread.inLookup = false;
    int loads = thread.loads;
    thread.loads = 0;
    if (failed) {
      return;
    }
    CacheStats stats = stats(cache);
    record(thread, stats, hits, misses);
    if (loads > 0) {
      stats.recordLoads(loads, thread.loadNanos);
    }
    thread.loadNanos = 0;
  }

  private static void record(ThreadState thread, CacheStats cache, int hits, int misses) {
    Request request = thread.requestOfResources();
    if (request != null) {
      request.recordLookups(cache, hits, misses);
    } else {
      cache.recordLookups(hits, misses);
    }
  }

  // ---- Loaders inside of framed lookups ----

  /**
   * @return the value to pass to {@link #afterLoad}
   */
  public static long beforeLoad() {
    return System.nanoTime();
  }

  /** After a loader was called; outside of a lookup it counts for nothing. */
  public static void afterLoad(long start) {
    ThreadState thread = ThreadState.current();
    if (thread.inLookup) {
      thread.loads++;
      thread.loadNanos += System.nanoTime() - start;
    }
  }

  /** Wraps a loader, so that its calls are counted and timed. */
  public static <T> @Nullable Callable<T> wrapLoader(@Nullable Callable<T> loader) {
    return loader == null ? null : new TimedLoader<T>(loader);
  }

  private static final class TimedLoader<T> implements Callable<T> {
    private final Callable<T> loader;

    TimedLoader(Callable<T> loader) {
      this.loader = loader;
    }

    @Override
    public T call() throws Exception {
      long start = beforeLoad();
      try {
        return loader.call();
      } finally {
        afterLoad(start);
      }
    }
  }

  // ---- Asynchronous lookups ----

  /**
   * A lookup was sent, and its answer is a {@link CompletionStage} of the library. It is counted
   * when it completes, on any thread, in a branch of its own.
   */
  public static void onAsyncLookup(Object cache, @Nullable Object stage) {
    ThreadState thread = ThreadState.current();
    if (thread.inLookup || !(stage instanceof CompletionStage)) {
      return;
    }
    Request request = thread.request;
    Request branch =
        request == null || request.isUnattributed() ? null : Branches.open(request.context());
    ((CompletionStage<?>) stage).whenComplete(new AsyncLookup(stats(cache), branch));
  }
}
