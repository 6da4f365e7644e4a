package io.rowcall.boot;

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
  public static final WeakTable<KnownCache> CACHES = new WeakTable<KnownCache>();

  private CacheHooks() {}

  // ---- What a cache is ----

  /** A cache has been made. Its name is where that happened. */
  public static void made(Object cache) {
    Engine engine = Hooks.engine;
    if (engine != null && CACHES.get(cache) == null) {
      CACHES.put(cache, engine.cache(cache, null));
    }
  }

  /** Somebody who is asked for caches by name has made one. */
  public static void named(@Nullable Object cache, @Nullable String name) {
    Engine engine = Hooks.engine;
    if (engine != null && cache != null && name != null) {
      CACHES.put(cache, engine.cache(cache, name));
    }
  }

  private static KnownCache known(Object cache) {
    KnownCache known = CACHES.get(cache);
    if (known != null) {
      return known;
    }
    Engine engine = Hooks.engine;
    if (engine == null) {
      return KnownCache.OTHER;
    }
    known = engine.cache(cache, null);
    CACHES.put(cache, known);
    return known;
  }

  // ---- Libraries that count by themselves ----

  /** The next numbers of this thread are of this cache. */
  public static void counts(Object cache) {
    Slot.current().counting = known(cache);
  }

  public static void hits(int count) {
    lookedUp(Slot.current(), count, 0);
  }

  public static void misses(int count) {
    lookedUp(Slot.current(), 0, count);
  }

  private static void lookedUp(Slot slot, int hits, int misses) {
    KnownCache cache = slot.counting;
    if (cache != null && !slot.lookingUp) {
      lookedUp(slot, cache, hits, misses);
    }
  }

  public static void loaded(long nanos) {
    KnownCache cache = Slot.current().counting;
    if (cache != null) {
      cache.loaded(nanos);
    }
  }

  public static void evicted() {
    KnownCache cache = Slot.current().counting;
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
  public static @Nullable Slot lookupStarts() {
    Slot slot = Slot.current();
    if (slot.lookingUp) {
      return null;
    }
    slot.lookingUp = true;
    return slot;
  }

  /** Ends the lookup of one key. */
  public static void lookupEnds(@Nullable Slot slot, Object cache, boolean found, boolean failed) {
    lookupEnds(slot, cache, found ? 1 : 0, found ? 0 : 1, failed);
  }

  /** Ends the lookup of some keys. One that failed counts for nothing. */
  public static void lookupEnds(
      @Nullable Slot slot, Object cache, int hits, int misses, boolean failed) {
    if (slot == null) {
      return;
    }
    slot.lookingUp = false;
    if (!failed) {
      lookedUp(slot, known(cache), hits, misses);
    }
  }

  private static void lookedUp(Slot slot, KnownCache cache, int hits, int misses) {
    Request request = slot.request;
    if (request != null) {
      request.lookedUp(cache, hits, misses);
    } else {
      cache.lookedUp(hits, misses);
    }
  }
}
