package io.rowcall.boot.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Log of the connections that a request, or one of its branches, has leased: how long each was
 * waited for and held. Parallel arrays; beyond {@value #MAX_LEASES} leases only the waits are
 * summed.
 *
 * <p>Written by the branch's own thread, except for the end of a lease, which is written by the
 * thread that closes the connection.
 */
public final class ConnectionLog {
  private static final int MAX_LEASES = 256;
  private static final int FIRST_CAPACITY = 4;

  /** In place of the time held: the connection was not closed yet. */
  private static final long OPEN = -1;

  /** In place of the time held: its close cannot be seen. */
  private static final long UNKNOWN = -2;

  private PoolStats[] pools = new PoolStats[FIRST_CAPACITY];
  private long[] waits = new long[FIRST_CAPACITY];
  private long[] starts = new long[FIRST_CAPACITY];
  private long[] held = new long[FIRST_CAPACITY];
  private @Nullable Object[] sites = new @Nullable Object[FIRST_CAPACITY];
  private int size;
  private long waitNanos;

  ConnectionLog() {}

  /**
   * Starts a lease.
   *
   * @param requested when the thread requested the connection
   * @return its row; -1 when it is not kept
   */
  public int startLease(PoolStats pool, long requested, long now, boolean closeIsVisible) {
    waitNanos += now - requested;
    if (size == MAX_LEASES) {
      return -1;
    }
    if (size == pools.length) {
      grow();
    }
    pools[size] = pool;
    waits[size] = now - requested;
    starts[size] = now;
    held[size] = closeIsVisible ? OPEN : UNKNOWN;
    sites[size] = null;
    return size++;
  }

  private void grow() {
    int capacity = size * 2;
    pools = Arrays.copyOf(pools, capacity);
    waits = Arrays.copyOf(waits, capacity);
    starts = Arrays.copyOf(starts, capacity);
    held = Arrays.copyOf(held, capacity);
    sites = Arrays.copyOf(sites, capacity);
  }

  public void setCallSite(int row, @Nullable Object site) {
    sites[row] = site;
  }

  void endLease(int row, long now) {
    if (row >= 0 && row < size && held[row] == OPEN) {
      held[row] = Math.max(0, now - starts[row]);
    }
  }

  /** The close of a leased connection has become invisible. */
  void markUntimed(int row) {
    if (row >= 0 && row < size && held[row] == OPEN) {
      held[row] = UNKNOWN;
    }
  }

  void addAll(ConnectionLog other) {
    for (int i = 0; i < other.size; i++) {
      long start = other.starts[i];
      int row = startLease(other.pools[i], start - other.waits[i], start, true);
      if (row >= 0) {
        held[row] = other.held[i];
        sites[row] = other.sites[i];
      }
    }
  }

  void clear() {
    Arrays.fill(sites, 0, size, null);
    size = 0;
    waitNanos = 0;
  }

  /** Leases that are kept: rows 0 to this, exclusive. */
  public int size() {
    return size;
  }

  /** Total nanoseconds of waiting for connections. */
  public long waitNanos() {
    return waitNanos;
  }

  public PoolStats pool(int row) {
    return pools[row];
  }

  public long waitNanos(int row) {
    return waits[row];
  }

  /** When the connection was handed out, by {@link System#nanoTime()}. */
  public long startNanos(int row) {
    return starts[row];
  }

  /** Whether the connection was not closed. */
  public boolean isOpen(int row) {
    return held[row] == OPEN;
  }

  /** Whether the time held is known: a connection was handed out, and its close is visible. */
  public boolean isTimed(int row) {
    return held[row] != UNKNOWN;
  }

  /** How long it was held, by the end of the request if it is still open. */
  public long heldNanos(int row, long endOfRequest) {
    long nanos = held[row];
    return nanos >= 0 ? nanos : nanos == OPEN ? Math.max(0, endOfRequest - starts[row]) : 0;
  }

  /** The call site, in the engine's own type, if it was captured. */
  public @Nullable Object callSite(int row) {
    return sites[row];
  }
}
