package io.rowcall.boot.state;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What Rowcall knows of the few long-lived objects of the application that it tells apart, its
 * caches and pools: a bounded weak identity map that is read without a lock. It never calls a
 * method of its keys.
 *
 * <p>Open addressing over {@value #CELLS} cells, at most {@value #PROBES} of which are looked at. A
 * cell is never emptied, only given to another key once its own is collected, so a reader that
 * stops at an empty cell has missed nothing. What finds no cell is not kept.
 */
public final class WeakIdentityMap<V> {
  private static final int CELLS = 2048;
  private static final int PROBES = 32;

  private final AtomicReferenceArray<@Nullable Cell<V>> cells =
      new AtomicReferenceArray<@Nullable Cell<V>>(CELLS);

  private volatile boolean full;

  public WeakIdentityMap() {}

  public @Nullable V get(Object key) {
    int at = start(key);
    for (int i = 0; i < PROBES; i++) {
      Cell<V> cell = cells.get((at + i) & (CELLS - 1));
      if (cell == null) {
        return null;
      }
      if (cell.get() == key) {
        return cell.value;
      }
    }
    return null;
  }

  public boolean knows(Object key) {
    return get(key) != null;
  }

  /** Keeps the value for the key, in place of the one before. */
  public void put(Object key, V value) {
    Cell<V> fresh = new Cell<V>(key, value);
    while (!tryPut(key, fresh)) {
      // Another thread has taken the cell: look again.
    }
  }

  /** False when another thread was faster. */
  private boolean tryPut(Object key, Cell<V> fresh) {
    int at = start(key);
    int free = -1;
    Cell<V> inFree = null;
    for (int i = 0; i < PROBES; i++) {
      int index = (at + i) & (CELLS - 1);
      Cell<V> cell = cells.get(index);
      Object other = cell == null ? null : cell.get();
      if (other == key) {
        return cells.compareAndSet(index, cell, fresh);
      }
      if (other == null && free < 0) {
        free = index;
        inFree = cell;
      }
      if (cell == null) {
        break;
      }
    }
    if (free >= 0) {
      return cells.compareAndSet(free, inFree, fresh);
    }
    full = true;
    return true;
  }

  /** Something has found no cell, and what is not known need not be asked for again. */
  public boolean isFull() {
    return full;
  }

  /** Shows every pair whose key is still there. */
  public void each(Visitor<V> visitor) {
    for (int i = 0; i < CELLS; i++) {
      Cell<V> cell = cells.get(i);
      Object key = cell == null ? null : cell.get();
      if (key != null && cell != null) {
        visitor.visit(key, cell.value);
      }
    }
  }

  private static int start(Object key) {
    int hash = System.identityHashCode(key);
    return hash ^ (hash >>> 13);
  }

  /** Is shown the pairs of a table. */
  public interface Visitor<V> {
    void visit(Object key, V value);
  }

  private static final class Cell<V> extends WeakReference<Object> {
    final V value;

    Cell(Object key, V value) {
      super(key);
      this.value = value;
    }
  }
}
