package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.boot.state.StateMap;
import io.rowcall.boot.state.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of connection pools, data sources, and connections: how long a thread waits for a
 * connection, how long it is held, and when transactions end.
 *
 * <p>Among nested pools, the outermost counts, because its users wait for that one. Among data
 * sources without a pool, the innermost counts, because the others only delegate; and only if it
 * hands out a woven connection, whose {@code close} is visible. Its lease ends with the connection
 * that the outermost hands out.
 *
 * <p><b>Threads:</b> the application's. A lease is a row in the request's own branch; the
 * connection refers to the row, as a result set refers to its execution. The cost on top of the
 * pool's own work: two clock reads, striped counters, and no allocation except for the first call
 * sites.
 */
public final class PoolHooks {
  public static final WeakIdentityMap<PoolStats> POOLS = WeakIdentityMap.refusing();

  /** A thread that waited this long may have seen the pool at its peak. */
  private static final long PEAK_WAIT_NANOS = 1_000_000;

  private PoolHooks() {}

  // ---- Identity of pools ----

  /** A pool was created: it is named after its creation site. */
  public static void onCreate(Object pool) {
    onNamed(pool, null);
  }

  /**
   * @param name the name that its owner has given it; null for the field or class that holds it
   */
  public static void onNamed(Object pool, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && (name != null || !POOLS.containsKey(pool))) {
      POOLS.put(pool, engine.pool(pool, name));
    }
  }

  /** An object inside a pool shares the stats of the pool, if that has any. */
  public static void shareStats(Object pool, @Nullable Object inside) {
    PoolStats stats = POOLS.get(pool);
    if (stats != null && inside != null) {
      POOLS.put(inside, stats);
    }
  }

  private static PoolStats stats(Object pool) {
    PoolStats stats = POOLS.get(pool);
    if (stats == null && !POOLS.isFull()) {
      onNamed(pool, null);
      stats = POOLS.get(pool);
    }
    return stats == null ? PoolStats.OTHER : stats;
  }

  // ---- Pools ----

  /**
   * Before a connection is borrowed from a pool.
   *
   * @return the value to pass to {@link #afterBorrow}; null inside another pool
   */
  public static @Nullable ThreadState beforeBorrow(Object pool) {
    ThreadState thread = ThreadState.current();
    if (thread.borrowingFrom != null) {
      return null;
    }
    PoolStats stats = stats(pool);
    stats.onRequest();
    thread.borrowingFrom = stats;
    thread.borrowStartNanos = System.nanoTime();
    return thread;
  }

  /**
   * After a pool has lent a connection, or failed to.
   *
   * @param connection the object that its user closes; null for none. If its class is not woven,
   *     only the wait counts, because its close is invisible
   */
  public static void afterBorrow(@Nullable ThreadState thread, @Nullable Object connection) {
    PoolStats pool = thread == null ? null : thread.borrowingFrom;
    if (thread == null || pool == null) {
      return;
    }
    long now = System.nanoTime();
    thread.borrowingFrom = null;
    thread.leased = true;
    if (stateOf(connection) != null) {
      pool.onLease();
    } else {
      pool.onUntrackedBorrow();
    }
    if (now - thread.borrowStartNanos > PEAK_WAIT_NANOS) {
      pool.peak();
    }
    startLease(thread, pool, thread.borrowStartNanos, now, connection);
  }

  /**
   * Before a pool fills itself: the connections that it opens meanwhile are not leased.
   *
   * @return the value to pass to {@link #afterFill}; null inside a pool
   */
  public static @Nullable ThreadState beforeFill() {
    ThreadState thread = ThreadState.current();
    if (thread.borrowingFrom != null) {
      return null;
    }
    thread.borrowingFrom = PoolStats.OTHER;
    return thread;
  }

  public static void afterFill(@Nullable ThreadState thread) {
    if (thread != null) {
      thread.borrowingFrom = null;
    }
  }

  private static void startLease(
      ThreadState thread, PoolStats pool, long requested, long now, @Nullable Object connection) {
    Request request = thread.requestOfResources();
    boolean outside = request == null;
    if (request == null) {
      request = RequestQueue.acquire();
      request.unattributed = true;
      request.startNanos = requested;
      request.endNanos = now;
    }
    ConnectionState state = stateOf(connection);
    boolean closeIsVisible = state != null && !outside;
    int row = request.connections.startLease(pool, requested, now, closeIsVisible);
    if (state != null) {
      state.rowcall$pool(pool);
      state.rowcall$holder(outside ? null : request);
      state.rowcall$hold(request.lease(row));
    }
    if (outside) {
      RequestQueue.finish(request);
    } else if (row >= 0 && pool.callSitesWanted > 0) {
      pool.callSitesWanted--;
      captureCallSite(request, row);
    }
  }

  /** Null if the close of the connection is invisible: a JDK proxy, for one, is not woven. */
  private static @Nullable ConnectionState stateOf(@Nullable Object connection) {
    return connection instanceof ConnectionState && !StateMap.isProxy(connection)
        ? (ConnectionState) connection
        : null;
  }

  private static void captureCallSite(Request request, int row) {
    Engine engine = Engine.current();
    if (engine != null) {
      request.connections.setCallSite(row, engine.callSite(Object.class));
    }
  }

  /** A connection is returned, or closed for good; only the first time counts. */
  public static void onClose(@Nullable Object connection) {
    ConnectionState state = stateOf(connection);
    if (state == null) {
      return;
    }
    Object pool = state.rowcall$pool();
    if (pool == null) {
      return;
    }
    state.rowcall$pool(null);
    ((PoolStats) pool).onReturn();
    Object holder = state.rowcall$holder();
    if (holder != null) {
      state.rowcall$holder(null);
      ((Request) holder).endLease(state.rowcall$hold(), System.nanoTime());
    }
  }

  // ---- Data sources without a pool ----

  /**
   * @return the value to pass to {@link #afterOpen}; 0 inside a pool
   */
  public static long beforeOpen() {
    ThreadState thread = ThreadState.current();
    if (thread.borrowingFrom != null || thread.requestOfResources() == null) {
      return 0;
    }
    thread.leased = false;
    thread.openDepth++;
    return System.nanoTime();
  }

  public static void afterOpen(long start, Object dataSource, @Nullable Object connection) {
    if (start == 0) {
      return;
    }
    ThreadState thread = ThreadState.current();
    ConnectionState nested = thread.nestedConnection;
    thread.nestedConnection = null;
    thread.openDepth--;
    if (nested != null) {
      transferLease(nested, connection);
    }
    if (thread.borrowingFrom != null || stateOf(connection) == null) {
      return;
    }
    boolean counts = !thread.leased;
    if (counts) {
      thread.leased = true;
      PoolStats source = stats(dataSource);
      source.onRequest();
      source.onLease();
      startLease(thread, source, start, System.nanoTime(), connection);
    }
    if (thread.openDepth > 0 && (counts || nested != null)) {
      thread.nestedConnection = stateOf(connection);
    }
  }

  /**
   * Transfers a lease to the connection around the leased one, which an unknown pool may keep open.
   * The lease ends when the user's connection is closed; if that is invisible, its duration is
   * unknown.
   */
  private static void transferLease(ConnectionState nested, @Nullable Object connection) {
    Object pool = nested.rowcall$pool();
    if (pool == null || connection == nested) {
      return;
    }
    Object holder = nested.rowcall$holder();
    nested.rowcall$pool(null);
    nested.rowcall$holder(null);
    ConnectionState outer = stateOf(connection);
    if (outer != null) {
      outer.rowcall$pool(pool);
      outer.rowcall$holder(holder);
      outer.rowcall$hold(nested.rowcall$hold());
      return;
    }
    ((PoolStats) pool).onReturn();
    if (holder != null) {
      ((Request) holder).markLeaseUntimed(nested.rowcall$hold());
    }
  }

  // ---- Transactions ----

  /**
   * @return the value to pass to {@link #afterTransactionEnd}; null inside an execution or another
   *     end
   */
  public static @Nullable ThreadState beforeTransactionEnd() {
    ThreadState thread = ThreadState.current();
    if (thread.executing) {
      return null;
    }
    thread.executing = true;
    return thread;
  }

  public static void afterTransactionEnd(
      @Nullable ThreadState thread, boolean committed, boolean failed) {
    if (thread == null) {
      return;
    }
    thread.executing = false;
    thread.nestedResult = null;
    Request request = thread.request;
    if (request == null || failed) {
      return;
    }
    request.transactions.record(committed, System.nanoTime());
  }

  /** No transaction has ended after all. */
  public static void cancelTransactionEnd(@Nullable ThreadState thread) {
    if (thread != null) {
      thread.executing = false;
      thread.nestedResult = null;
    }
  }
}
