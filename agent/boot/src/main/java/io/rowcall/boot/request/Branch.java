package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What other threads may see of the part that one thread has in a request: how much it has done so
 * far, and its log for whoever has to count what the thread itself never hands over.
 *
 * <p>The thread that owns the log joins it to the request when its task has ended. The engine
 * harvests it when the request is over and the task is not: whichever comes first claims the log,
 * so that every execution is counted by exactly one of them. The owner writes {@link #executions}
 * after each row and then looks at the claim; the engine claims and then reads {@link #executions}.
 * Both are volatile, so one of the two always sees the other.
 */
public final class Branch {
  private static final AtomicIntegerFieldUpdater<Branch> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Branch.class, "state");
  private static final int RUNNING = 0;
  private static final int JOINED = 1;
  private static final int HARVESTED = 2;

  /** The branch that was opened before this one. */
  @Nullable Branch next;

  private volatile int state;
  private volatile long executions;
  private @Nullable Request log;
  private long executionNanos;
  private int cacheHits;
  private int cacheMisses;

  Branch(@Nullable Request log) {
    this.log = log;
  }

  /** All that two joined branches have done, in place of both. */
  private static Branch sum(Branch a, Branch b) {
    Branch sum = new Branch(null);
    sum.executionNanos = a.executionNanos + b.executionNanos;
    sum.cacheHits = a.cacheHits + b.cacheHits;
    sum.cacheMisses = a.cacheMisses + b.cacheMisses;
    sum.executions = a.executions + b.executions;
    sum.state = JOINED;
    sum.next = b.next;
    return sum;
  }

  /** The chain with all joined branches at its start as one, so that it never grows with tasks. */
  static @Nullable Branch compacted(@Nullable Branch head) {
    Branch first = head;
    while (first != null
        && first.state == JOINED
        && first.next != null
        && first.next.state == JOINED) {
      first = sum(first, first.next);
    }
    return first;
  }

  /** The owner has executed. */
  void executed(int logged, long nanos) {
    executionNanos = nanos;
    executions = logged;
  }

  /** The owner has asked a cache. */
  void lookedUp(int hits, int misses) {
    cacheHits = hits;
    cacheMisses = misses;
  }

  /** The owner claims its log; false when the engine has counted what is in it. */
  boolean join() {
    if (STATE.compareAndSet(this, RUNNING, JOINED)) {
      log = null;
      return true;
    }
    return false;
  }

  /** The engine claims the log; null when its owner has joined it. */
  @Nullable Request harvest() {
    return STATE.compareAndSet(this, RUNNING, HARVESTED) ? log : null;
  }

  boolean isHarvested() {
    return state == HARVESTED;
  }

  long executions() {
    return executions;
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
