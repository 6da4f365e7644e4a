package io.rowcall.boot.request;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one request, or of one of its branches: how long each was waited for and held.
 * Parallel arrays; beyond {@value #MAX} only the waiting is added up.
 *
 * <p>Written by the branch's own thread, but for the end of a hold, which whoever closes the
 * connection writes.
 */
public final class ConnectionLog {
  private static final int MAX = 256;
  private static final int FIRST = 4;
  private static final long OPEN = -1;
  private static final long UNSEEN = -2;

  private PoolStats[] pools = new PoolStats[FIRST];
  private long[] waits = new long[FIRST];
  private long[] starts = new long[FIRST];
  private long[] nanos = new long[FIRST];
  private @Nullable Object[] sites = new @Nullable Object[FIRST];
  private int size;
  private long waitNanos;

  ConnectionLog() {}

  /**
   * @return its row, or -1 when it is not kept
   */
  public int add(PoolStats pool, long asked, long now, boolean endWillBeSeen) {
    waitNanos += now - asked;
    if (size == MAX) {
      return -1;
    }
    if (size == pools.length) {
      grow();
    }
    pools[size] = pool;
    waits[size] = now - asked;
    starts[size] = now;
    nanos[size] = endWillBeSeen ? OPEN : UNSEEN;
    sites[size] = null;
    return size++;
  }

  private void grow() {
    int capacity = size * 2;
    pools = Arrays.copyOf(pools, capacity);
    waits = Arrays.copyOf(waits, capacity);
    starts = Arrays.copyOf(starts, capacity);
    nanos = Arrays.copyOf(nanos, capacity);
    sites = Arrays.copyOf(sites, capacity);
  }

  public void site(int row, @Nullable Object site) {
    sites[row] = site;
  }

  void end(int row, long now) {
    if (row >= 0 && row < size && nanos[row] == OPEN) {
      nanos[row] = Math.max(0, now - starts[row]);
    }
  }

  void unsee(int row) {
    if (row >= 0 && row < size && nanos[row] == OPEN) {
      nanos[row] = UNSEEN;
    }
  }

  void addAll(ConnectionLog others) {
    for (int i = 0; i < others.size; i++) {
      int row = add(others.pools[i], others.starts[i] - others.waits[i], others.starts[i], true);
      if (row >= 0) {
        nanos[row] = others.nanos[i];
        sites[row] = others.sites[i];
      }
    }
  }

  void clear() {
    Arrays.fill(sites, 0, size, null);
    size = 0;
    waitNanos = 0;
  }

  /** Holds that are kept: rows 0 to this, exclusive. */
  public int size() {
    return size;
  }

  /** What was waited for connections altogether. */
  public long waitNanos() {
    return waitNanos;
  }

  public PoolStats pool(int row) {
    return pools[row];
  }

  public long waitNanos(int row) {
    return waits[row];
  }

  public long start(int row) {
    return starts[row];
  }

  /** The connection has not been closed. */
  public boolean isOpen(int row) {
    return nanos[row] == OPEN;
  }

  /** Whether it is known how long it was held: it was handed out, and its end can be seen. */
  public boolean isHeld(int row) {
    return nanos[row] != UNSEEN;
  }

  /** How long it was held, by the end of the request if it is still open. */
  public long heldNanos(int row, long endOfRequest) {
    long held = nanos[row];
    return held >= 0 ? held : held == OPEN ? Math.max(0, endOfRequest - starts[row]) : 0;
  }

  /** The call site, in the engine's own type, if it was taken. */
  public @Nullable Object site(int row) {
    return sites[row];
  }
}
