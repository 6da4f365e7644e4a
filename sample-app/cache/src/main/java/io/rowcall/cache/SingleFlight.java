package io.rowcall.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Loads in progress: the first caller loads, all others who need the same key wait, unless the key
 * has been invalidated since that load began. Thread-safe.
 */
final class SingleFlight {

  private final ConcurrentHashMap<String, InFlightLoad> loads = new ConcurrentHashMap<>();
  private final ThreadLocal<LoadChain> chains = new ThreadLocal<>();

  /** Loads a key of a version. */
  @FunctionalInterface
  interface Load<T> {
    CacheResult<T> run(long version) throws Exception;
  }

  /**
   * Runs the load, or waits for the same one.
   *
   * @throws IllegalStateException if the calling thread is already loading this key
   */
  <T> CacheResult<T> run(String text, LongSupplier version, Load<T> load) throws Exception {
    LoadChain chain = chains.get();
    if (chain == null) {
      chain = new LoadChain();
    }
    chain.rejectReentry(text);
    while (true) {
      long current = version.getAsLong();
      InFlightLoad running = loads.get(text);
      if (running != null && running.version() == current) {
        return new CacheResult<>(SingleFlight.<T>cast(chain.await(running)).value(), false);
      }
      var own = new InFlightLoad(text, current, chain);
      boolean first =
          running == null
              ? loads.putIfAbsent(text, own) == null
              : loads.replace(text, running, own);
      if (first) {
        return run(own, chain, load);
      }
    }
  }

  private <T> CacheResult<T> run(InFlightLoad own, LoadChain chain, Load<T> load) throws Exception {
    chain.push(own);
    chains.set(chain);
    try {
      CacheResult<T> result = load.run(own.version());
      own.complete(result);
      return result;
    } catch (Throwable thrown) {
      own.fail(thrown);
      throw thrown;
    } finally {
      loads.remove(own.text(), own);
      chain.pop();
      if (chain.isEmpty()) {
        chains.remove();
      }
    }
  }

  /** Casts unchecked: each key text belongs to one type. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> CacheResult<T> cast(Object result) {
    return (CacheResult<T>) result;
  }
}
