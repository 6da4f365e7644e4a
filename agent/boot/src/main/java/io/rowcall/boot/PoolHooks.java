package io.rowcall.boot;

import io.rowcall.boot.context.ThreadState;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.state.ConnectionState;
import io.rowcall.boot.state.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * Hooks of connection pools, data sources, and connections: how long a thread waits for a
 * connection, how long it is held, and when transactions end.
 *
 * <p>Of nested pools the outermost counts, because its users wait for that one. Of data sources
 * without a pool the innermost counts, because the others only delegate; and only if it hands out a
 * woven connection, whose {@code close} is visible.
 *
 * <p><b>Threads:</b> the application's. A lease is a row in the request's own branch; the
 * connection knows the row, as a result set knows its execution. Beside the pool's own work: two
 * clock reads, striped counters, no allocation but of the first call sites.
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
   * Before a pool is asked for a connection.
   *
   * @return to be passed to {@link #afterBorrow}; null inside another pool
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
   * After a pool has answered.
   *
   * @param connection the object that its user closes; null for none. If its class could not be
   *     woven, only the waiting counts, because its close is invisible
   */
  public static void afterBorrow(@Nullable ThreadState thread, @Nullable Object connection) {
    PoolStats pool = thread == null ? null : thread.borrowingFrom;
    if (thread == null || pool == null) {
      return;
    }
    long now = System.nanoTime();
    thread.borrowingFrom = null;
    thread.leased = true;
    if (connection instanceof ConnectionState) {
      pool.onLease();
    } else {
      pool.onUntrackedAnswer();
    }
    if (now - thread.borrowStartNanos > PEAK_WAIT_NANOS) {
      pool.peak();
    }
    startLease(thread, pool, thread.borrowStartNanos, now, connection);
  }

  /**
   * Before a pool fills itself: the connections that it opens are its own affair.
   *
   * @return to be passed to {@link #afterFill}; null inside a pool
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
    Request request = thread.request;
    boolean outside = request == null;
    if (request == null) {
      request = RequestQueue.acquire();
      request.unattributed = true;
      request.startNanos = requested;
      request.endNanos = now;
    }
    boolean closeIsVisible = connection instanceof ConnectionState && !outside;
    int row = request.connections.startLease(pool, requested, now, closeIsVisible);
    if (connection instanceof ConnectionState) {
      ConnectionState state = (ConnectionState) connection;
      state.rowcall$pool(pool);
      state.rowcall$holder(outside ? null : request);
      state.rowcall$hold(request.positionOf(row));
    }
    if (outside) {
      RequestQueue.finish(request);
    } else if (row >= 0 && pool.callSitesWanted > 0) {
      pool.callSitesWanted--;
      takeCallSite(request, row);
    }
  }

  private static void takeCallSite(Request request, int row) {
    Engine engine = Engine.current();
    if (engine != null) {
      request.connections.setCallSite(row, engine.callSite(Object.class));
    }
  }

  /** A connection is returned, or closed for good; only the first time counts. */
  public static void onClose(@Nullable Object connection) {
    if (!(connection instanceof ConnectionState)) {
      return;
    }
    ConnectionState state = (ConnectionState) connection;
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
   * @return to be passed to {@link #afterOpen}; 0 inside a pool
   */
  public static long beforeOpen() {
    ThreadState thread = ThreadState.current();
    if (thread.borrowingFrom != null || thread.request == null) {
      return 0;
    }
    thread.leased = false;
    return System.nanoTime();
  }

  public static void afterOpen(long start, Object dataSource, @Nullable Object connection) {
    if (start == 0) {
      return;
    }
    ThreadState thread = ThreadState.current();
    if (thread.leased || thread.borrowingFrom != null || !(connection instanceof ConnectionState)) {
      return;
    }
    thread.leased = true;
    PoolStats source = stats(dataSource);
    source.onRequest();
    source.onLease();
    startLease(thread, source, start, System.nanoTime(), connection);
  }

  // ---- Transactions ----

  /**
   * @return to be passed to {@link #afterTransactionEnd}; null inside an execution or another end
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
    }
  }
}
