package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * Interface of the hot path to the agent's own loader: everything that happens once per statement,
 * once per request, or rarely. Implemented in {@code core}; never throws.
 */
public abstract class Engine {
  private static volatile @Nullable Engine current;

  /** The engine of this JVM; null until the agent is ready, and where it could not start. */
  public static @Nullable Engine current() {
    return current;
  }

  /** Puts an engine in place: once in production, before anything is woven. */
  public static void install(@Nullable Engine engine) {
    current = engine;
  }

  /** Counts an error of Rowcall that was kept from the application. */
  public static void suppress(Throwable error) {
    Engine engine = current;
    if (engine != null) {
      engine.onSuppressed(error);
    }
  }

  /** Normalizes a text that is seen for the first time. Any thread. */
  public abstract SqlStatement statement(String sql, int dialect);

  /** The call site of the execution that has just ended on this thread, or null. */
  public abstract @Nullable Object callSite(Class<?> jdbcClass);

  /**
   * A cache that is seen for the first time, or is given a name. Any thread; rarely called.
   *
   * @param name as its owner calls it; null: after the field or class that holds it
   */
  public abstract CacheStats cache(Object cache, @Nullable String name);

  /** The cache that does the counting of this one: what it wraps, or itself. */
  public abstract Object unwrap(Object cache);

  /**
   * A connection pool that is seen for the first time, or is given a name. Any thread; rarely
   * called.
   *
   * @param name as its owner calls it; null: after the field or class that holds it
   */
  public abstract PoolStats pool(Object pool, @Nullable String name);

  /**
   * Weaves a task class, so that its runs are followed from the next one on. Once for each class.
   *
   * @param taskClass of the application or a library
   * @return false when they are not
   */
  public abstract boolean followRuns(Class<?> taskClass);

  /** Called before the first request, and occasionally later: the service is being used. */
  public abstract void onUse();

  /** Requests wait to be aggregated: wakes the agent's thread. */
  public abstract void onRequestsWaiting();

  /**
   * Aggregates and releases all waiting requests on the calling thread, because the queue is too
   * full for this one, unless another thread drains it meanwhile.
   */
  public abstract void aggregate(Request request);

  /** Counts an error of Rowcall that was kept from the application. */
  public abstract void onSuppressed(Throwable error);
}
