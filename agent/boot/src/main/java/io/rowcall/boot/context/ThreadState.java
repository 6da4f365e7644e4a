package io.rowcall.boot.context;

import io.rowcall.boot.request.Branches;
import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PendingExecution;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.request.SuspendedWork;
import io.rowcall.boot.state.ConnectionState;
import org.jspecify.annotations.Nullable;

/**
 * State of one thread: the request that it works for, and the calls it is inside of. One
 * thread-local read (about 3 ns) gives all of it, so a hook reads it once and passes it on.
 * Confined to its thread; holds an object of the application only until the call that returned it
 * is over.
 */
public final class ThreadState {
  private static final long MAIN_THREAD = 1;

  private static final ThreadLocal<ThreadState> STATES =
      new ThreadLocal<ThreadState>() {
        @Override
        protected ThreadState initialValue() {
          ThreadState state = new ThreadState();
          try {
            state.inherit();
          } catch (Throwable ours) {
            Engine.suppress(ours); // A thread without its request still counts.
          }
          return state;
        }
      };

  /** The request or branch that the thread works for. */
  public @Nullable Request request;

  /** The thread is one of the agent's own: what it serves is no request of the application. */
  public boolean ownedByAgent;

  /** Whether this is the thread that the JVM has started for {@code main}. */
  public final boolean isMain = Thread.currentThread().getId() == MAIN_THREAD;

  /** The branch of the main thread in the unit of {@link MainJob}; null in every other thread. */
  @Nullable Request mainBranch;

  // ---- Executions ----

  /** Inside an outermost execution: what a wrapped driver executes is the same round trip. */
  public boolean executing;

  public long executionStartNanos;

  /**
   * An execution has begun and is in no log yet. Still set when the next one begins, if the stack
   * was too full to record it.
   */
  public boolean unrecorded;

  /** Dialect of the execution: the first that is known, from the outermost class inward. */
  public int dialect;

  /** Dialect of what was prepared last, since a connection of unknown dialect began to prepare. */
  public int preparedDialect;

  /** Commands in the batch that is executing, as counted before the driver cleared it. */
  public int batchSize;

  /** Result of an execution inside the current one, until that ends; null for none. */
  public @Nullable Object nestedResult;

  /** The last statement that no request logged, until its result set is taken. */
  public @Nullable SqlStatement unattributedStatement;

  // ---- Outgoing calls ----

  /** Inside an outermost call: what a client calls itself is the same call. */
  public boolean calling;

  public long callStartNanos;

  /** Duration of the call that has just returned. */
  public long callNanos;

  /** Method, host, and URL of the call, when they are known inside of it only. */
  public @Nullable String callMethod;

  public @Nullable String callHost;
  public @Nullable String callUrl;

  /** The end of the call, when the object that reports it is known inside of it only. */
  public @Nullable PendingExecution callPending;

  // ---- Tasks ----

  /** Above zero while the thread starts workers of a pool, which belong to no request. */
  public int startingWorkers;

  /**
   * Above zero inside an executor that was given a task with a request: whatever it submits inside
   * is an implementation detail.
   */
  public int submitting;

  // ---- Caches ----

  /** Inside a cache lookup: nested caches look up the same key. */
  public boolean inLookup;

  /** Values that were loaded inside the lookup. */
  public int loads;

  public long loadNanos;

  /** The cache whose own statistics are about to count. */
  public @Nullable CacheStats countingCache;

  // ---- Connections ----

  /** The outermost pool that a connection is being borrowed from. */
  public @Nullable PoolStats borrowingFrom;

  public long borrowStartNanos;

  /** A connection was handed out by an inner data source, and counted there. */
  public boolean leased;

  /** Nested data sources that are opening a connection on this thread. */
  public int openDepth;

  /**
   * The connection that the last of them has opened and counted; null if none was, or if a pool has
   * counted it.
   */
  public @Nullable ConnectionState nestedConnection;

  // ---- Responses ----

  /** The response to the request was committed: its headers are on the wire. */
  public boolean committed;

  /** Figures for the headers of a response that is about to be committed. */
  public final ResponseFigures figures = new ResponseFigures();

  private ThreadState() {}

  public static ThreadState current() {
    return STATES.get();
  }

  // ---- Executions that the stack had no room to record ----

  /** Counts such an execution, under no request: its statement is unknown. */
  public void countUnrecorded() {
    if (unrecorded) {
      RequestQueue.countUnrecorded();
      unrecorded = false;
    }
  }

  // ---- Requests ----

  /**
   * The request that caches and connections are logged in. None for the unit of the main thread: a
   * thread that waits forever could not hand them over.
   */
  public @Nullable Request requestOfResources() {
    Request current = request;
    return current == mainBranch ? null : current;
  }

  /** The branch that this thread works in was handed over: continues in its successor. */
  public void replaceBranch(Request successor) {
    if (request == mainBranch) {
      mainBranch = successor;
    }
    request = successor;
  }

  /** Enters a request; {@link #leave} resumes what the thread did before. */
  public void enter(Request begun) {
    begun.suspended.request = request;
    begun.suspended.calling = calling;
    begun.suspended.callStartNanos = callStartNanos;
    request = begun;
    if (!executing) {
      countUnrecorded();
    }
    executing = false;
    unrecorded = false;
    calling = false;
    submitting = 0;
    inLookup = false;
    loads = 0;
    borrowingFrom = null;
    openDepth = 0;
    nestedConnection = null;
    committed = false;
    figures.discard();
  }

  /** The outermost frame of a request returns: captures its figures, and resumes earlier work. */
  public void leave(Request entered) {
    countUnrecorded();
    request = entered.suspended.request;
    calling = entered.suspended.calling;
    callStartNanos = entered.suspended.callStartNanos;
    executing = false;
    nestedResult = null;
    entered.endNanos = System.nanoTime();
    figures.capture(entered, entered.endNanos);
    if (committed || PendingResponse.isAmbiguous(entered)) {
      figures.discard();
    }
  }

  /**
   * Captures the figures of a response that any thread may commit.
   *
   * @return null when its request is over, or the figures may be too small
   */
  public @Nullable ResponseFigures capture(PendingResponse response) {
    Request pending = response.request();
    if (pending == null) {
      return null;
    }
    figures.capture(pending, System.nanoTime());
    figures.discard(); // They are for this response only.
    figures.setTimingSet(response.isTimingSet());
    if (request == pending) {
      committed = true;
    }
    return response.isOver() ? null : figures;
  }

  // ---- Branches ----

  /** Inherits the request of the thread that started this one, if it was started for one task. */
  private void inherit() {
    RequestContext context = TaskContexts.take(Thread.currentThread());
    if (context != null) {
      enterBranch(context).ownsThread = true;
    }
  }

  /** Enters a branch of a request, if that is not over; {@link #leaveBranch} undoes it. */
  public Request enterBranch(RequestContext context) {
    Request branch = Branches.open(context);
    SuspendedWork suspended = branch.suspended;
    suspended.request = request;
    suspended.executing = executing;
    suspended.unrecorded = unrecorded;
    suspended.executionStartNanos = executionStartNanos;
    suspended.submitting = submitting;
    suspended.calling = calling;
    suspended.callStartNanos = callStartNanos;
    request = branch;
    unrecorded = false;
    return branch;
  }

  /** Resumes what the thread did before it entered a branch, and joins the branch. */
  public void leaveBranch(Request branch) {
    if (!executing) {
      countUnrecorded();
    }
    SuspendedWork suspended = branch.suspended;
    request = suspended.request;
    executing = suspended.executing;
    unrecorded = suspended.unrecorded;
    executionStartNanos = suspended.executionStartNanos;
    submitting = suspended.submitting;
    calling = suspended.calling;
    callStartNanos = suspended.callStartNanos;
    Branches.join(branch);
  }
}
