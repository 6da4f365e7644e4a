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
 * What woven pools, data sources and connections call: how long a thread waited for a connection,
 * and how long it was held.
 *
 * <p>Of pools in a stack the outermost counts, because its users wait for that one. Of data sources
 * that are no pools the innermost counts, because the others only pass on; and only if it hands out
 * a woven connection, whose {@code close} will be seen. Its hold ends with the connection that the
 * outermost hands out.
 *
 * <p><b>Threads:</b> the application's. A hold is a row in the request's own branch; the connection
 * knows the row, like a result set knows its execution. Beside what a pool does to hand out a
 * connection: two clock reads, striped counters, no allocation but of the first holds' call sites.
 */
public final class PoolHooks {
  public static final WeakIdentityMap<PoolStats> POOLS = new WeakIdentityMap<PoolStats>();

  /** Who had to wait this long may have met the pool at its peak. */
  private static final long WAITED_NANOS = 1_000_000;

  private PoolHooks() {}

  // ---- What a pool is ----

  /** A pool has been made. Its name is where that happened. */
  public static void made(Object pool) {
    named(pool, null);
  }

  /**
   * @param name as its owner calls it; null: after the field or class that holds it
   */
  public static void named(Object pool, @Nullable String name) {
    Engine engine = Engine.current();
    if (engine != null && (name != null || POOLS.get(pool) == null)) {
      POOLS.put(pool, engine.pool(pool, name));
    }
  }

  /** One object is the other's outside. */
  public static void same(Object pool, @Nullable Object inside) {
    PoolStats known = POOLS.get(pool);
    if (known != null && inside != null) {
      POOLS.put(inside, known);
    }
  }

  private static PoolStats known(Object pool) {
    PoolStats known = POOLS.get(pool);
    if (known == null && !POOLS.isFull()) {
      named(pool, null);
      known = POOLS.get(pool);
    }
    return known == null ? PoolStats.OTHER : known;
  }

  // ---- Pools ----

  /**
   * A pool is asked for a connection.
   *
   * @return what {@link #handsOut} wants back; null inside another pool
   */
  public static @Nullable ThreadState asks(Object pool) {
    ThreadState slot = ThreadState.current();
    if (slot.pool != null) {
      return null;
    }
    PoolStats known = known(pool);
    known.asks();
    slot.pool = known;
    slot.askedNanos = System.nanoTime();
    return slot;
  }

  /**
   * A pool answers.
   *
   * @param connection what its user will close; null when there was none to be had. One whose class
   *     could not be woven is only waited for: its end would not be seen
   */
  public static void handsOut(@Nullable ThreadState slot, @Nullable Object connection) {
    PoolStats pool = slot == null ? null : slot.pool;
    if (slot == null || pool == null) {
      return;
    }
    long now = System.nanoTime();
    slot.pool = null;
    slot.handedOut = true;
    if (stateOf(connection) != null) {
      pool.handsOut();
    } else {
      pool.refuses();
    }
    if (now - slot.askedNanos > WAITED_NANOS) {
      pool.peak();
    }
    held(slot, pool, slot.askedNanos, now, connection);
  }

  /**
   * A pool fills itself: what it opens for it is its own affair, and no other pool's.
   *
   * @return what {@link #filled} wants back; null inside a pool
   */
  public static @Nullable ThreadState fills() {
    ThreadState slot = ThreadState.current();
    if (slot.pool != null) {
      return null;
    }
    slot.pool = PoolStats.OTHER;
    return slot;
  }

  public static void filled(@Nullable ThreadState slot) {
    if (slot != null) {
      slot.pool = null;
    }
  }

  private static void held(
      ThreadState slot, PoolStats pool, long asked, long now, @Nullable Object connection) {
    Request request = slot.request;
    boolean outside = request == null;
    if (request == null) {
      request = RequestQueue.acquire();
      request.unattributed = true;
      request.startNanos = asked;
      request.endNanos = now;
    }
    ConnectionState held = stateOf(connection);
    int row = request.holds().add(pool, asked, now, held != null && !outside);
    if (held != null) {
      held.rowcall$pool(pool);
      held.rowcall$holder(outside ? null : request);
      held.rowcall$hold(request.positionOf(row));
    }
    if (outside) {
      RequestQueue.finished(request);
    } else if (row >= 0 && pool.sitesWanted > 0) {
      pool.sitesWanted--;
      takeCallSite(request, row);
    }
  }

  /**
   * Null where the end would not be seen, as that of a proxy of the JDK's: its class is not woven.
   */
  private static @Nullable ConnectionState stateOf(@Nullable Object connection) {
    return connection instanceof ConnectionState && !StateMap.isProxy(connection)
        ? (ConnectionState) connection
        : null;
  }

  private static void takeCallSite(Request request, int row) {
    Engine engine = Engine.current();
    if (engine != null) {
      request.holds().site(row, engine.callSite(Object.class));
    }
  }

  /** A connection is given back, or closed for good; only the first time counts. */
  public static void closes(@Nullable Object connection) {
    ConnectionState held = stateOf(connection);
    if (held == null) {
      return;
    }
    Object pool = held.rowcall$pool();
    if (pool == null) {
      return;
    }
    held.rowcall$pool(null);
    ((PoolStats) pool).takesBack();
    Object request = held.rowcall$holder();
    if (request != null) {
      held.rowcall$holder(null);
      ((Request) request).released(held.rowcall$hold(), System.nanoTime());
    }
  }

  // ---- Data sources that are no pools ----

  /**
   * @return what {@link #opened} wants back; 0 inside a pool
   */
  public static long opens() {
    ThreadState slot = ThreadState.current();
    if (slot.pool != null || slot.request == null) {
      return 0;
    }
    slot.handedOut = false;
    slot.opening++;
    return System.nanoTime();
  }

  public static void opened(long asked, Object dataSource, @Nullable Object connection) {
    if (asked == 0) {
      return;
    }
    ThreadState slot = ThreadState.current();
    ConnectionState inside = slot.opened;
    slot.opened = null;
    slot.opening--;
    if (inside != null) {
      passesOn(inside, connection);
    }
    if (slot.pool != null || stateOf(connection) == null) {
      return;
    }
    boolean counts = !slot.handedOut;
    if (counts) {
      slot.handedOut = true;
      PoolStats source = known(dataSource);
      source.asks();
      source.handsOut();
      held(slot, source, asked, System.nanoTime(), connection);
    }
    if (slot.opening > 0 && (counts || inside != null)) {
      slot.opened = stateOf(connection);
    }
  }

  /**
   * A data source answers with more than what another has given it: a pool of no known make may
   * keep that one open. The hold ends when the user's connection is closed; if that will not be
   * seen, its length is not known.
   */
  private static void passesOn(ConnectionState inside, @Nullable Object connection) {
    Object pool = inside.rowcall$pool();
    if (pool == null || connection == inside) {
      return;
    }
    Object holder = inside.rowcall$holder();
    inside.rowcall$pool(null);
    inside.rowcall$holder(null);
    ConnectionState outside = stateOf(connection);
    if (outside != null) {
      outside.rowcall$pool(pool);
      outside.rowcall$holder(holder);
      outside.rowcall$hold(inside.rowcall$hold());
      return;
    }
    ((PoolStats) pool).takesBack();
    if (holder != null) {
      ((Request) holder).releaseUnseen(inside.rowcall$hold());
    }
  }

  // ---- Transactions ----

  /**
   * @return what {@link #transactionEnded} wants back; null inside an execution or another end
   */
  public static @Nullable ThreadState transactionEnds() {
    ThreadState slot = ThreadState.current();
    if (slot.executing) {
      return null;
    }
    slot.executing = true;
    return slot;
  }

  public static void transactionEnded(
      @Nullable ThreadState slot, boolean committed, boolean failed) {
    if (slot == null) {
      return;
    }
    slot.executing = false;
    slot.resultInside = null;
    Request request = slot.request;
    if (request == null || failed) {
      return;
    }
    request.transactionEnded(committed, System.nanoTime());
  }

  /** Nothing has ended after all. */
  public static void transactionGoesOn(@Nullable ThreadState slot) {
    if (slot != null) {
      slot.executing = false;
      slot.resultInside = null;
    }
  }
}
