package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * Gateway from the hot path to the classes of the agent's own loader: everything that happens once
 * per statement, once per request, or rarely. Implemented in {@code core}; never throws.
 */
public abstract class Engine {
  private static volatile @Nullable Engine current;

  /** The engine of this JVM; null until the agent is ready, and where it could not start. */
  public static @Nullable Engine current() {
    return current;
  }

  /** Installs the engine: once in production, before anything is woven. */
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

  /**
   * Called first by each constructor of a class that could not be decided on while it was loaded;
   * now its supertypes are known. Never throws.
   */
  public static void onConstruction(Class<?> type) {
    Engine engine = current;
    if (engine != null) {
      try {
        engine.decide(type);
      } catch (Throwable failed) {
        engine.onSuppressed(failed);
      }
    }
  }

  /** Normalizes a text that is seen for the first time. Any thread. */
  public abstract SqlStatement statement(String sql, int dialect);

  /**
   * The template of an outgoing call that is made for the first time. Any thread.
   *
   * @param command the method or command
   * @param target the host and path of a URL, or what the command applies to; may be empty
   */
  public abstract SqlStatement call(CallKind kind, String command, String target);

  /** The status of the response to an asynchronous HTTP call; 0 when it is none. */
  public int statusOf(Object response) {
    return 0;
  }

  /** The call site of the execution that has just ended on this thread, or null. */
  public abstract @Nullable Object callSite(Class<?> jdbcClass);

  /**
   * Registers a cache that is seen for the first time, or is given a name. Any thread; rarely
   * called.
   *
   * @param name the name that its owner has given it; null for the field or class that holds it
   */
  public abstract CacheStats cache(Object cache, @Nullable String name);

  /** The cache that counts the lookups of this one: the one that it wraps, or itself. */
  public abstract Object unwrap(Object cache);

  /**
   * Registers a connection pool that is seen for the first time, or is given a name. Any thread;
   * rarely called.
   *
   * @param name the name that its owner has given it; null for the field or class that holds it
   */
  public abstract PoolStats pool(Object pool, @Nullable String name);

  /**
   * Weaves a task class, so that its runs are followed from the next one on. Once for each class.
   *
   * @param taskClass a class of the application or a library
   * @return false when its runs cannot be followed
   */
  public abstract boolean followRuns(Class<?> taskClass);

  /**
   * Names a periodic task: after its class, or after the method that creates it if it is a lambda.
   * Once for each task; any thread.
   *
   * @return an empty text if it can have no name
   */
  public abstract String jobName(Object task);

  /** Names the main method of the application. Once, by the main thread. */
  public abstract String mainName();

  /** Weaves a class that could not be decided on while it was loaded. Any thread. */
  public void decide(Class<?> type) {}

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
