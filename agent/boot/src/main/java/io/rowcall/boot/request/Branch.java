package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Published view of a branch: how much its thread has done so far, and its log for the engine, in
 * case the thread never hands it over.
 *
 * <p>The owner joins the log to the request when its task has ended. The engine harvests it when
 * the request is over and the task is not. Whichever comes first claims the log, so every execution
 * is counted by exactly one of them. The owner writes {@link #executions} after each row and then
 * looks at the claim; the engine claims and then reads {@link #executions}. Both are volatile, so
 * one of the two always sees the other.
 */
final class Branch {
  private static final AtomicIntegerFieldUpdater<Branch> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Branch.class, "state");
  private static final int RUNNING = 0;
  private static final int JOINED = 1;
  private static final int HARVESTED = 2;

  /** The branch that was opened before this one. */
  @Nullable Branch next;

  private volatile int state;
  private volatile long rows;
  private @Nullable Request log;
  private long executionNanos;
  private long calls;
  private int cacheHits;
  private int cacheMisses;

  Branch(@Nullable Request log) {
    this.log = log;
  }

  /** Merges the joined branches at the head of a chain, so that it does not grow with tasks. */
  static @Nullable Branch compact(@Nullable Branch head) {
    Branch first = head;
    while (first != null
        && first.state == JOINED
        && first.next != null
        && first.next.state == JOINED) {
      first = sum(first, first.next);
    }
    return first;
  }

  private static Branch sum(Branch newer, Branch older) {
    Branch sum = new Branch(null);
    sum.executionNanos = newer.executionNanos + older.executionNanos;
    sum.calls = newer.calls + older.calls;
    sum.cacheHits = newer.cacheHits + older.cacheHits;
    sum.cacheMisses = newer.cacheMisses + older.cacheMisses;
    sum.rows = newer.rows + older.rows;
    sum.state = JOINED;
    sum.next = older.next;
    return sum;
  }

  // ---- The owner ----

  void publish(int rows, int callRows, long nanos) {
    executionNanos = nanos;
    calls = callRows;
    this.rows = rows;
  }

  void publishLookups(int hits, int misses) {
    cacheHits = hits;
    cacheMisses = misses;
  }

  /** Claims the log for its owner; false when the engine has counted its rows. */
  boolean join() {
    if (STATE.compareAndSet(this, RUNNING, JOINED)) {
      log = null;
      return true;
    }
    return false;
  }

  // ---- The engine ----

  /** Claims the log for the engine; null when its owner has joined it. */
  @Nullable Request harvest() {
    return STATE.compareAndSet(this, RUNNING, HARVESTED) ? log : null;
  }

  // ---- Any thread ----

  boolean isHarvested() {
    return state == HARVESTED;
  }

  /** Rows of the log: executions and outgoing calls. */
  long rows() {
    return rows;
  }

  long executions() {
    return rows - calls;
  }

  long executionNanos() {
    return executionNanos;
  }

  int cacheHits() {
    return cacheHits;
  }

  int cacheMisses() {
    return cacheMisses;
  }
}
