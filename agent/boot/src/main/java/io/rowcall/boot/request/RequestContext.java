package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One use of a {@link Request}, shared by all threads that work for it: tasks carry it, branches
 * join it. It may outlive the request, whose object then serves another one, so that late work
 * never counts for the wrong request.
 *
 * <p>Lock-free: threads push their branches onto a stack, and merge their logs into one at a time.
 * The thread that takes the joined log out owns it until it is put back. {@link #open} counts a
 * branch until then, so a request whose count is zero is complete.
 *
 * <p>Created when a request first hands work to another thread. Any thread.
 */
public final class RequestContext {
  /** Context of tasks that were created outside of any request. */
  public static final RequestContext UNATTRIBUTED = closed();

  /** Context of tasks that two requests could own: they belong to neither. */
  public static final RequestContext AMBIGUOUS = closed();

  private static final Branch CLOSED = new Branch(null);
  private static final Request CLOSED_LOG = Request.marker();

  private final AtomicReference<@Nullable Branch> branches =
      new AtomicReference<@Nullable Branch>();
  private final AtomicReference<@Nullable Request> joined =
      new AtomicReference<@Nullable Request>();
  private final AtomicInteger open = new AtomicInteger();
  private final Object @Nullable [] recordings;
  private final boolean capturesAll;
  private volatile boolean over;
  private volatile boolean disowned;
  private volatile @Nullable Request root;
  private volatile @Nullable String endpoint;
  private volatile @Nullable String route;
  private volatile @Nullable String operation;
  private volatile @Nullable Object exchange;

  RequestContext(@Nullable Request root, Object @Nullable [] recordings, boolean capturesAll) {
    this.root = root;
    this.recordings = recordings;
    this.capturesAll = capturesAll;
  }

  private static RequestContext closed() {
    RequestContext closed = new RequestContext(null, null, false);
    closed.over = true;
    return closed;
  }

  /** Whether executions for it belong to no request at all. */
  boolean isUnattributed() {
    return disowned || this == UNATTRIBUTED || this == AMBIGUOUS;
  }

  /** Makes what is executed for it unattributed, from now on. */
  public void disown() {
    disowned = true;
  }

  boolean isOver() {
    return over;
  }

  /** Recordings that the request may count for; null for none. */
  Object @Nullable [] recordings() {
    return recordings;
  }

  boolean capturesAll() {
    return capturesAll;
  }

  /** The request itself; null once it is over. For figures only: it may end meanwhile. */
  @Nullable Request root() {
    return root;
  }

  /** The endpoint of executions that come late; null while that is not known. */
  @Nullable String endpoint() {
    return endpoint;
  }

  void setEndpoint(String name) {
    endpoint = name;
  }

  /** The route that a branch has found out; null when none has. */
  public @Nullable String route() {
    return route;
  }

  public void setRoute(String template) {
    route = template;
  }

  /** The operation that a branch has found out; null when none has. */
  public @Nullable String operation() {
    return operation;
  }

  public void setOperation(String name) {
    operation = name;
  }

  /** The exchange of a request that owns no thread, {@code context.ServerExchange}; or null. */
  public @Nullable Object exchange() {
    return exchange;
  }

  public void setExchange(Object begun) {
    exchange = begun;
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
      branch.next = Branch.compact(head);
      if (branches.compareAndSet(head, branch)) {
        return branch;
      }
    }
  }

  /** A branch is merged, or handed over. */
  void onJoined() {
    open.decrementAndGet();
  }

  /** Whether the threads of all branches are done. */
  boolean isJoined() {
    return open.get() == 0;
  }

  /**
   * Puts the joined log in its place; false when another one is there, or the request is closed.
   */
  boolean putJoined(Request log) {
    return joined.get() == null && joined.compareAndSet(null, log);
  }

  /** Takes the joined log out, for the caller to own; null when there is none. */
  @Nullable Request takeJoined() {
    Request log = joined.get();
    return log == CLOSED_LOG || log == null || !joined.compareAndSet(log, null) ? null : log;
  }

  /** Whether no branch can join any more. */
  boolean isClosed() {
    return joined.get() == CLOSED_LOG;
  }

  /**
   * Ends the use: no branch opens from here on.
   *
   * @return the newest branch, joined or not; null for none
   */
  @Nullable Branch close() {
    over = true;
    root = null;
    Branch newest = branches.getAndSet(CLOSED);
    return newest == CLOSED ? null : newest;
  }

  /** Takes the joined log; from here on, no branch joins. */
  @Nullable Request closeJoined() {
    Request log = joined.getAndSet(CLOSED_LOG);
    return log == CLOSED_LOG ? null : log;
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
