package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.WeakIdentityMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What woven caches call, in one of two ways.
 *
 * <p>A library that counts by itself (Caffeine, Guava) is counted with: wherever it asks for its
 * own counter, {@link #counts} says whose it is, and each number that it counts comes here too,
 * whether its statistics are switched on or not. So a lookup is what the library calls one.
 *
 * <p>Any other lookup is framed by {@link #lookupStarts} and {@link #lookupEnds}. What happens
 * inside of it, in the caches that it is made of, is the same lookup.
 *
 * <p><b>Threads:</b> the application's. A lookup inside a request is written to that thread's own
 * branch of the request: no lock, no shared cache line, no allocation once the branch has seen the
 * cache. Outside of requests, striped counters.
 */
public final class CacheHooks {
  public static final WeakIdentityMap<CacheStats> CACHES = new WeakIdentityMap<CacheStats>();

  private CacheHooks() {}

  // ---- What a cache is ----

  /** A cache has been made. Its name is where that happened. */
  public static void made(Object cache) {
    Engine engine = Engine.current();
    if (engine != null && !CACHES.isFull() && CACHES.get(cache) == null) {
      CACHES.put(cache, engine.cache(cache, null));
    }
  }

  /** Somebody who is asked for caches by name has made one, or wraps one. */
  public static void named(@Nullable Object cache, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && cache != null && name != null) {
      CacheStats known = engine.cache(cache, name);
      CACHES.put(cache, known);
      CACHES.put(engine.insideOf(cache), known);
    }
  }

  /** The same for one whose lookups are framed, and which may be made of a cache that counts. */
  public static void namedOutside(@Nullable Object cache, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && cache != null && name != null) {
      CacheStats known = engine.cache(cache, name);
      CACHES.put(cache, known);
      Object inside = engine.insideOf(cache);
      if (inside != cache) {
        CACHES.put(inside, known.inside());
      }
    }
  }

  /** One object does the lookups of another, which has a name. */
  public static void same(@Nullable Object of, Object cache) {
    CacheStats known = of == null ? null : CACHES.get(of);
    if (known != null) {
      CACHES.put(cache, known);
    }
  }

  /** A cache keeps its entries in a map that knows how many there are. */
  public static void holds(Object cache, @Nullable Object map) {
    if (map != null) {
      same(cache, map);
    }
  }

  private static CacheStats known(Object cache) {
    CacheStats known = CACHES.get(cache);
    if (known != null) {
      return known;
    }
    Engine engine = Engine.current();
    if (engine == null || CACHES.isFull()) {
      return CacheStats.OTHER;
    }
    known = engine.cache(cache, null);
    CACHES.put(cache, known);
    return known;
  }

  // ---- Libraries that count by themselves ----

  /** The next numbers of this thread are of this cache. */
  public static void counts(Object cache) {
    ThreadState.current().counting = known(cache);
  }

  public static void hits(int count) {
    lookedUp(ThreadState.current(), count, 0);
  }

  public static void misses(int count) {
    lookedUp(ThreadState.current(), 0, count);
  }

  private static void lookedUp(ThreadState slot, int hits, int misses) {
    CacheStats cache = slot.counting;
    if (cache != null && !slot.lookingUp && !cache.isInside()) {
      lookedUp(slot, cache, hits, misses);
    }
  }

  public static void loaded(long nanos) {
    CacheStats cache = ThreadState.current().counting;
    if (cache != null && !cache.isInside()) {
      cache.loaded(nanos);
    }
  }

  public static void evicted() {
    CacheStats cache = ThreadState.current().counting;
    if (cache != null) {
      cache.evicted();
    }
  }

  /**
   * What a library's clock for loads says. The one that stands still while statistics are switched
   * off is replaced.
   */
  public static long time(Object ticker, long read) {
    return ticker.getClass().getName().endsWith("DisabledTicker") ? System.nanoTime() : read;
  }

  // ---- Framed lookups ----

  /**
   * @return what {@link #lookupEnds} wants back; null inside another lookup
   */
  public static @Nullable ThreadState lookupStarts() {
    ThreadState slot = ThreadState.current();
    if (slot.lookingUp) {
      return null;
    }
    slot.lookingUp = true;
    return slot;
  }

  /** Ends what was no lookup, but would have looked like one further inside. */
  public static void lookupWasNone(@Nullable ThreadState slot) {
    if (slot != null) {
      slot.lookingUp = false;
      slot.loads = 0;
      slot.loadNanos = 0;
    }
  }

  /** Ends the lookup of one key. What had to be loaded for it was not there. */
  public static void lookupEnds(
      @Nullable ThreadState slot, Object cache, boolean found, boolean failed) {
    if (slot == null) {
      return;
    }
    boolean hit = found && slot.loads == 0;
    lookupEnds(slot, cache, hit ? 1 : 0, hit ? 0 : 1, failed);
  }

  /**
   * Ends the lookup of several keys.
   *
   * @param keys what was asked for; null when the result has a null for each that is not there
   * @param found a list or a map
   */
  public static void lookupEnds(
      @Nullable ThreadState slot,
      Object cache,
      @Nullable Object keys,
      @Nullable Object found,
      boolean failed) {
    if (slot == null) {
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
      hits = Math.max(0, ((Map<?, ?>) found).size() - slot.loads);
      misses = Math.max(0, ((Collection<?>) keys).size() - hits);
    }
    lookupEnds(slot, cache, hits, misses, failed || hits < 0);
  }

  /** The methods of a collection may be the application's own, and are not called then. */
  private static boolean isOfTheJdk(@Nullable Object collection) {
    return collection != null && collection.getClass().getClassLoader() == null;
  }

  /** One that failed counts for nothing. */
  private static void lookupEnds(
      ThreadState slot, Object cache, int hits, int misses, boolean failed) {
    slot.lookingUp = false;
    int loads = slot.loads;
    slot.loads = 0;
    if (failed) {
      return;
    }
    CacheStats known = known(cache);
    lookedUp(slot, known, hits, misses);
    if (loads > 0) {
      known.loaded(loads, slot.loadNanos);
    }
    slot.loadNanos = 0;
  }

  private static void lookedUp(ThreadState slot, CacheStats cache, int hits, int misses) {
    Request request = slot.request;
    if (request != null) {
      request.lookedUp(cache, hits, misses);
    } else {
      cache.lookedUp(hits, misses);
    }
  }

  // ---- Loaders inside of framed lookups ----

  /** A loader is called. */
  public static long loadStarts() {
    return System.nanoTime();
  }

  /** A loader is done; outside of a lookup it loads for nobody. */
  public static void loadEnds(long start) {
    ThreadState slot = ThreadState.current();
    if (slot.lookingUp) {
      slot.loads++;
      slot.loadNanos += System.nanoTime() - start;
    }
  }

  /** A loader that tells of its calls. */
  public static <T> @Nullable Callable<T> told(@Nullable Callable<T> loader) {
    return loader == null ? null : new Told<T>(loader);
  }

  private static final class Told<T> implements Callable<T> {
    private final Callable<T> loader;

    Told(Callable<T> loader) {
      this.loader = loader;
    }

    @Override
    public T call() throws Exception {
      long start = loadStarts();
      try {
        return loader.call();
      } finally {
        loadEnds(start);
      }
    }
  }

  // ---- Lookups whose answer comes later ----

  /**
   * A lookup has been sent; its answer is a {@link CompletionStage} of the library's. It is counted
   * when it comes, on whichever thread, in a branch of its own.
   */
  public static void answersLater(Object cache, @Nullable Object stage) {
    ThreadState slot = ThreadState.current();
    if (slot.lookingUp || !(stage instanceof CompletionStage)) {
      return;
    }
    Request request = slot.request;
    Request branch = request == null || request.isNobodys() ? null : RequestQueue.acquire();
    if (request != null && branch != null) {
      branch.branchOff(request.context());
    }
    ((CompletionStage<?>) stage).whenComplete(new Answer(known(cache), branch));
  }

  private static final class Answer implements BiConsumer<Object, Throwable> {
    private final CacheStats cache;
    private final @Nullable Request branch;

    Answer(CacheStats cache, @Nullable Request branch) {
      this.cache = cache;
      this.branch = branch;
    }

    @Override
    public void accept(@Nullable Object value, @Nullable Throwable failure) {
      int hits = value == null ? 0 : 1;
      if (branch == null) {
        if (failure == null) {
          cache.lookedUp(hits, 1 - hits);
        }
        return;
      }
      if (failure == null) {
        branch.lookedUp(cache, hits, 1 - hits);
      }
      branch.joins();
    }
  }
}
