package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One use of a {@link Request}, as all threads that work for it know it: tasks carry it, branches
 * join it. It outlives the request, whose object serves another one by then, so that work that
 * comes late can never be booked to a stranger.
 *
 * <p>No lock: threads push their branches onto a stack, and merge what they have logged into one
 * log at a time. Whoever takes that log out owns it until it is put back; {@link #open} counts a
 * branch until it is back, so a request whose count is zero has everything.
 *
 * <p>Made with the first hand-over of a request. Any thread.
 */
public final class RequestContext {
  /** Of tasks that were made outside of any request. */
  public static final RequestContext NOBODY = closed();

  /** Of tasks that two requests could own: they are neither's. */
  public static final RequestContext AMBIGUOUS = closed();

  private static final Branch CLOSED = new Branch(null);
  private static final Request NO_MORE = Request.marker();

  private final AtomicReference<@Nullable Branch> branches =
      new AtomicReference<@Nullable Branch>();
  private final AtomicReference<@Nullable Request> joined =
      new AtomicReference<@Nullable Request>();
  private final AtomicInteger open = new AtomicInteger();
  private final Object @Nullable [] trials;
  private final boolean thorough;
  private volatile boolean over;
  private volatile @Nullable Request root;
  private volatile @Nullable String endpoint;

  RequestContext(@Nullable Request root, Object @Nullable [] trials, boolean thorough) {
    this.root = root;
    this.trials = trials;
    this.thorough = thorough;
  }

  private static RequestContext closed() {
    RequestContext closed = new RequestContext(null, null, false);
    closed.over = true;
    return closed;
  }

  /** Whether executions for it belong to no request at all. */
  boolean isNobodys() {
    return this == NOBODY || this == AMBIGUOUS;
  }

  boolean isOver() {
    return over;
  }

  /** Trials that the request may count for; null when nobody waits. */
  Object @Nullable [] trials() {
    return trials;
  }

  boolean isThorough() {
    return thorough;
  }

  /** The request itself; null once it is over. Read it for figures only: it may end meanwhile. */
  @Nullable Request root() {
    return root;
  }

  /** Where executions that come late belong; null while that is not known. */
  @Nullable String endpoint() {
    return endpoint;
  }

  void endpointIs(String name) {
    endpoint = name;
  }

  // ---- Branches ----

  /** Opens a branch; null when the request is over. */
  @Nullable Branch open(Request log) {
    if (over) {
      return null;
    }
    Branch branch = new Branch(log);
    open.incrementAndGet();
    for (; ; ) {
      Branch head = branches.get();
      if (head == CLOSED) {
        open.decrementAndGet();
        return null;
      }
      branch.next = Branch.compacted(head);
      if (branches.compareAndSet(head, branch)) {
        return branch;
      }
    }
  }

  /** Takes the log of a branch that its owner has claimed, and recycles it when it can. */
  void join(Request log) {
    merge(log);
    open.decrementAndGet();
  }

  private void merge(Request log) {
    if (log.isEmpty()) {
      RequestQueue.release(log);
      return;
    }
    Request own = log;
    for (; ; ) {
      Request other = joined.get();
      if (other == NO_MORE) {
        own.handOverLate();
        return;
      }
      if (other == null) {
        if (joined.compareAndSet(null, own)) {
          return;
        }
      } else if (joined.compareAndSet(other, null)) {
        other.absorb(own);
        RequestQueue.release(own);
        own = other;
      }
    }
  }

  /** Whether the threads of all branches are done. */
  boolean isJoined() {
    return open.get() == 0;
  }

  /** The request is over: takes what all branches have done into its log, joined or not. */
  void close(Request request) {
    over = true;
    root = null;
    Branch branch = branches.getAndSet(CLOSED);
    Request log = joined.getAndSet(NO_MORE);
    if (log != null && log != NO_MORE) {
      request.absorbInTime(log, log.logged());
      request.absorbSums(log);
      RequestQueue.release(log);
    }
    for (; branch != null && branch != CLOSED; branch = branch.next) {
      Request running = branch.harvest();
      if (running != null) {
        running.harvested = (int) branch.executions();
        request.absorbInTime(running, running.harvested);
      }
    }
  }

  // ---- Figures of all branches so far ----

  long executions() {
    long sum = 0;
    for (Branch branch = branches.get(); branch != null; branch = branch.next) {
      sum += branch.executions();
    }
    return sum;
  }

  long executionNanos() {
    long sum = 0;
    for (Branch branch = branches.get(); branch != null; branch = branch.next) {
      sum += branch.executionNanos();
    }
    return sum;
  }

  long cacheHits() {
    long sum = 0;
    for (Branch branch = branches.get(); branch != null; branch = branch.next) {
      sum += branch.cacheHits();
    }
    return sum;
  }

  long cacheMisses() {
    long sum = 0;
    for (Branch branch = branches.get(); branch != null; branch = branch.next) {
      sum += branch.cacheMisses();
    }
    return sum;
  }
}
