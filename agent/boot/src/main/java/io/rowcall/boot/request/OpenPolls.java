package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Units of work that last until their thread polls again. A virtual thread may end without another
 * poll, and nothing tells; its unit is found here, so that none of its executions is lost.
 *
 * <p>Any thread adds, lock-free; the agent's thread looks through them. An entry is dropped once
 * its unit has ended.
 */
public final class OpenPolls {
  private static final AtomicReference<@Nullable Entry> NEWEST =
      new AtomicReference<@Nullable Entry>();

  private OpenPolls() {}

  /** Adds the unit that the current thread has just begun. */
  public static void add(Request unit) {
    push(new Entry(unit, Thread.currentThread()));
  }

  private static void push(Entry entry) {
    do {
      entry.next = NEWEST.get();
    } while (!NEWEST.compareAndSet(entry.next, entry));
  }

  /** Finishes the units whose thread has ended. Called by the agent's thread. */
  public static void finishAbandoned() {
    Entry entry = NEWEST.get() == null ? null : NEWEST.getAndSet(null);
    while (entry != null) {
      Entry next = entry.next;
      if (entry.owner.isAlive()) {
        if (entry.isOpen()) {
          push(entry);
        }
      } else if (entry.isOpen()) {
        entry.unit.endNanos = System.nanoTime();
        RequestQueue.finish(entry.unit);
      }
      entry = next;
    }
  }

  private static final class Entry {
    final Request unit;
    final Thread owner;
    final int generation;
    @Nullable Entry next;

    Entry(Request unit, Thread owner) {
      this.unit = unit;
      this.owner = owner;
      this.generation = unit.generation();
    }

    /**
     * Whether the unit has not ended. If its object serves another request now, the volatile read
     * of {@code isOpen} makes the new generation visible.
     */
    boolean isOpen() {
      return unit.isOpen() && unit.generation() == generation;
    }
  }
}
