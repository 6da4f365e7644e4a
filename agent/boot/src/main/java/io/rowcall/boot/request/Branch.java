package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Published view of a branch: how much its thread has done so far, and its log for the engine, in
 * case the thread never hands it over.
 *
 * <p>The owner joins the log to the request when its task has ended. The engine harvests it when
 * the request is over and the task is not. Whichever comes first claims the log, so every execution
 * is counted by exactly one of them. The owner writes {@link #published} after each row and then
 * looks at the claim; the engine claims and then reads {@link #published}. Both are volatile, so
 * one of the two always sees the other.
 *
 * <p><b>Memory model.</b> What the engine harvests from a running branch is ordered by that
 * volatile write and read: the rows below the count, and the call sites that were captured with
 * them. The arrays that hold them are replaced while the owner goes on, so the engine reads them
 * from {@link LoggedRows}, a volatile field that is written before a row beyond the old arrays is
 * published; it reads the count first. Three plain reads remain that are ordered by nothing: the
 * rows read so far, an {@code int} per execution, and the sums for headers and live figures. Each
 * returns a value that was written at some time, none is an index or a reference, and no count
 * depends on them. {@code BranchModelTest} explores the interleavings.
 */
final class Branch {
  private static final AtomicIntegerFieldUpdater<Branch> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Branch.class, "state");
  private static final int RUNNING = 0;
  private static final int JOINED = 1;
  private static final int HARVESTED = 2;

  private static final int ROW_BITS = 48;
  private static final long ROWS = -1L >>> (64 - ROW_BITS);

  /** The branch that was opened before this one. */
  @Nullable Branch next;

  private volatile int state;

  /** Rows of the log, and above them its call sites: one write publishes both. */
  private volatile long published;

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
    sum.published = newer.rows() + older.rows();
    sum.state = JOINED;
    sum.next = older.next;
    return sum;
  }

  // ---- The owner ----

  void publish(int rows, int callRows, int sites, long nanos) {
    executionNanos = nanos;
    calls = callRows;
    published = (long) sites << ROW_BITS | rows;
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

  /** What the owner of a harvested branch has published last. */
  long published() {
    return published;
  }

  static int rowsOf(long published) {
    return (int) (published & ROWS);
  }

  static int callSitesOf(long published) {
    return (int) (published >>> ROW_BITS);
  }

  // ---- Any thread ----

  boolean isHarvested() {
    return state == HARVESTED;
  }

  /** Rows of the log: executions and outgoing calls. */
  long rows() {
    return published & ROWS;
  }

  long executions() {
    return rows() - calls;
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
