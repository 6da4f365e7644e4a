package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/**
 * Unit of work, such as an HTTP request: its facts, and logs of everything that happens in it.
 * Pooled; its parts live as long as it does, each with its own {@code clear()}.
 *
 * <p><b>Ownership.</b> A request is written by one thread at a time. The thread that serves it owns
 * it until it is handed over: {@link RequestQueue} passes it to the engine, which owns it until it
 * returns it to {@link RequestPool}. Each further thread that works for the request writes into a
 * branch: a {@code Request} of its own that refers to the {@link RequestContext} of the root. When
 * the task of that thread has ended, {@link Branches} merges the branch into the root's joined log.
 * A branch that is still running when the request is over is harvested by the engine, see {@link
 * Branch}. What its thread executes afterwards is late, and is handed over at once, one execution
 * at a time, so that a thread that never ends loses none.
 *
 * <p><b>Publication.</b> All fields except {@link #open} are plain. The compare-and-set that pushes
 * a request onto the queue, or returns it to the pool, publishes everything that was written
 * before; the one that takes it acquires it. A branch that joins is published the same way, by the
 * compare-and-set on {@code RequestContext.joined}. Of a running branch, other threads see what
 * {@link Branch} publishes with one volatile write per execution, and its rows up to that count.
 * Response headers and live figures use plain reads for the logs of another thread: they may miss
 * its latest execution, but no count depends on them.
 *
 * <p><b>Generations.</b> Result sets, connections, and pending responses may outlive the request
 * that they refer to, whose object then serves another request. {@link #generation} changes with
 * each use. A reference to a request comes with a {@link #position} or a {@link #lease}, which is
 * the generation and a row; one of another generation is ignored. Tasks keep the {@link
 * RequestContext} instead, which is created for one use and never reused.
 */
public final class Request {
  /** Bits of a row in a {@link #position}: {@link ExecutionLog#MAX_ROWS} is a power of two. */
  private static final int ROW_BITS = 12;

  private static final int GENERATION_MASK = -1 >>> ROW_BITS;

  // ---- Facts: set when it starts, and when it ends ----

  public @Nullable String method;
  public @Nullable String path;
  public @Nullable String route;

  /** Whether the context path of its servlet comes in front of the route. */
  public boolean routeBelowContext;

  /** What it executes behind its route, such as the operation of a GraphQL document. */
  public @Nullable String operation;

  public long startMillis;
  public long startNanos;
  public long endNanos;
  public int status;
  public boolean failed;

  /** True for executions outside of any request. */
  public boolean unattributed;

  /** True for unattributed executions that two requests could own. */
  public boolean ambiguous;

  /** Name of the thread of unattributed executions; null unless it was captured. */
  public @Nullable String thread;

  /** True for executions of tasks that continued after their request had ended. */
  public boolean late;

  /** True for a long-lived response, such as server-sent events. */
  public boolean streaming;

  /** How long no thread worked for it while it was asynchronous. */
  public long idleNanos;

  /** Trace context of the caller, or a trace id; as it was received, if at all. */
  public @Nullable String trace;

  /** The user, if the application knows. */
  public @Nullable String user;

  /** How reliable the source of {@link #user} is; see {@code UserHooks}. */
  public int userRank;

  /** The authentication that a security framework reported last. */
  public @Nullable Object principal;

  // ---- Logs ----

  public final ExecutionLog log = new ExecutionLog();
  public final CacheLookups cacheLookups = new CacheLookups();
  public final ConnectionLog connections = new ConnectionLog();
  public final TransactionLog transactions = new TransactionLog();
  public final CallSiteLog callSites = new CallSiteLog();
  public final ValueLog values = new ValueLog();

  /** Selects what the last two logs capture. */
  public final RequestEvidence evidence = new RequestEvidence(this);

  /** What it is besides, if it is a job. */
  public final JobState job = new JobState();

  // ---- Threads ----

  /**
   * Shared by all threads that work for this request; created when it first hands work to another
   * thread.
   */
  private @Nullable RequestContext context;

  /** In a branch, what other threads see of it while its request is open. */
  @Nullable Branch branch;

  private boolean isBranch;

  /** Work that the thread resumes when it leaves this request. */
  public final SuspendedWork suspended = new SuspendedWork();

  /** In a branch, the task that it was opened for, while that runs. */
  public @Nullable Object task;

  /**
   * In a branch, whether it belongs to a thread that the request has started, and that ran no task.
   */
  public boolean ownsThread;

  /**
   * In a branch, rows that its request has counted while the branch continued. Used by the engine
   * only.
   */
  int harvestedRows;

  /** Executions that started after the end of this request; see {@link #lateExecutions}. */
  @Nullable Request lateExecutions;

  // ---- Hand-over ----

  /** True from start to end; read by the engine at any time. */
  private volatile boolean open;

  /** The next request in the queue. */
  @Nullable Request next;

  /** Requests that waited in the queue when it came, itself included. */
  int waiting;

  private int generation;

  // ---- Values of other packages, opaque here ----

  /** Created by the engine for the recordings. */
  public @Nullable Object snapshot;

  /** Set while asynchronous work of a servlet continues; {@code context.AsyncRequest}. */
  public @Nullable Object asyncRequest;

  /** The response of a request that has gone asynchronous; {@code context.PendingResponse}. */
  public @Nullable Object pendingResponse;

  Request() {}

  /** Creates a request that is never used: a special value besides null. */
  static Request marker() {
    return new Request();
  }

  public void begin(@Nullable String requestMethod, @Nullable String requestPath) {
    method = requestMethod;
    path = requestPath;
    startMillis = System.currentTimeMillis();
    startNanos = System.nanoTime();
    open = true;
  }

  void end() {
    open = false;
  }

  /** Whether it has started and not ended. Any thread. */
  boolean isOpen() {
    return open;
  }

  // ---- Executions ----

  /**
   * The position of the last execution, for its result sets: the lower 20 bits of the generation,
   * and a row of the log. It fits into four bytes, because every result set has one.
   */
  public int position() {
    return generation << ROW_BITS | (log.size() - 1);
  }

  static int rowOf(int position) {
    return position & ExecutionLog.MAX_ROWS - 1;
  }

  boolean isCurrent(int position) {
    return position >>> ROW_BITS == (generation & GENERATION_MASK);
  }

  public int generation() {
    return generation;
  }

  public void addRowsRead(int position, int count) {
    if (isCurrent(position)) {
      log.addRowsRead(rowOf(position), count);
    }
  }

  /** Whether there is nothing to count. */
  boolean isEmpty() {
    return log.size() == 0
        && log.executions() == 0
        && cacheLookups.isEmpty()
        && connections.size() == 0
        && transactions.isEmpty();
  }

  /** Whether the threads of all branches are done, and all asynchronous executions have ended. */
  public boolean isComplete() {
    return isJoined() && log.isSettled();
  }

  /** Whether it is a run of a job that neither failed nor did anything that a report shows. */
  public boolean isIdleRun() {
    return job.isJob() && !failed && isEmpty();
  }

  /** Whether other threads may have worked for it. */
  public boolean isShared() {
    return context != null;
  }

  /** Executions so far on all threads; the latest of other threads may be missing. */
  public long executionsSoFar() {
    RequestContext shared = context;
    return shared == null || isBranch ? log.executions() : log.executions() + shared.executions();
  }

  /** Nanoseconds in executions so far on all threads, as a plain sum. */
  public long executionNanosSoFar() {
    RequestContext shared = context;
    long own = log.executionNanos();
    return shared == null || isBranch ? own : own + shared.executionNanos();
  }

  /**
   * Nanoseconds that count towards the slowness of this request: none for a stream, and none while
   * an asynchronous request was idle, as in long polling.
   */
  public long workNanos() {
    if (streaming) {
      return 0;
    }
    long nanos = endNanos - startNanos;
    return context == null ? nanos - idleNanos : nanos;
  }

  // ---- Caches and connections ----

  public void recordLookups(CacheStats cache, int hits, int misses) {
    cacheLookups.record(cache, hits, misses);
    if (branch != null) {
      branch.publishLookups(cacheLookups.hits(), cacheLookups.misses());
    }
  }

  /** Whether there has been a hit and no miss so far, on all threads. */
  public boolean hasOnlyCacheHits() {
    long hits = cacheLookups.hits();
    long misses = cacheLookups.misses();
    RequestContext shared = context;
    if (shared != null) {
      hits += shared.cacheHits();
      misses += shared.cacheMisses();
    }
    return hits > 0 && misses == 0;
  }

  /** A lease of this request: the generation, and a row of {@link #connections}. */
  public long lease(int row) {
    return ((long) generation << 32) | (row & 0xffffffffL);
  }

  private boolean holds(long lease) {
    return (int) (lease >>> 32) == generation;
  }

  /** Ends a lease, unless the request that held it is over. */
  public void endLease(long lease, long now) {
    if (holds(lease)) {
      connections.endLease((int) lease, now);
    }
  }

  /** Keeps a lease without its duration, because its end is invisible. */
  public void markLeaseUntimed(long lease) {
    if (holds(lease)) {
      connections.markUntimed((int) lease);
    }
  }

  // ---- Branches ----

  /**
   * The context that all threads of this request share, created at first use. Called by the owner.
   */
  public RequestContext context() {
    RequestContext known = context;
    if (known == null) {
      known = new RequestContext(this, evidence.recordings(), evidence.capturesAll());
      context = known;
    }
    return known;
  }

  /** Turns this into a branch of a request; into a late one if the request is over. */
  void branchFrom(RequestContext shared) {
    isBranch = true;
    context = shared;
    evidence.inherit(shared);
    startNanos = System.nanoTime();
    branch = shared.open(this);
  }

  /** Turns this into the late executions of a request. */
  void detachFrom(Request root) {
    isBranch = true;
    unattributed = root.unattributed;
    late = !unattributed;
    context = root.context;
    startNanos = root.endNanos;
    startMillis = root.startMillis + (root.endNanos - root.startNanos) / 1_000_000;
  }

  public boolean isBranch() {
    return isBranch;
  }

  /** Whether this is the request of a context, or a branch of it. */
  public boolean belongsTo(RequestContext other) {
    return context == other;
  }

  /** Whether executions of this branch belong to no request. */
  public boolean isUnattributed() {
    return context != null && context.isUnattributed();
  }

  /** The context; null when no thread but the owner has worked for the request. */
  @Nullable RequestContext contextOrNull() {
    return context;
  }

  /** The request itself, or that of a branch; null when that is over. For figures only. */
  public @Nullable Request root() {
    return isBranch ? (context == null ? null : context.root()) : this;
  }

  /** Publishes what a branch has executed; false when its request was counted without it. */
  boolean publish() {
    Branch shared = branch;
    if (shared == null) {
      return false;
    }
    shared.publish(log.size(), log.loggedCalls(), callSites.size(), log.executionNanos());
    return !shared.isHarvested();
  }

  /** The endpoint of a late branch; null if it was never known. */
  public @Nullable String lateEndpoint() {
    return context == null ? null : context.endpoint();
  }

  /** Takes over what branches have found out about the endpoint, unless the request knows it. */
  public void inheritEndpoint() {
    RequestContext shared = context;
    if (shared != null) {
      route = route == null ? shared.route() : route;
      operation = operation == null ? shared.operation() : operation;
    }
  }

  /** Passes the endpoint of this request on to its late branches. */
  public void setEndpoint(String endpoint) {
    if (context != null && !isBranch) {
      context.setEndpoint(endpoint);
    }
  }

  /** Whether the threads of all branches are done. Called by the engine. */
  public boolean isJoined() {
    return context == null || isBranch || context.isJoined();
  }

  /**
   * Executions that started after the end of this request, to be counted separately; usually null.
   */
  public @Nullable Request lateExecutions() {
    return lateExecutions;
  }

  /** Clears everything for the next use. Called by {@link RequestQueue#release}. */
  void clear() {
    generation++;
    clearFacts();
    log.clear();
    cacheLookups.clear();
    connections.clear();
    transactions.clear();
    evidence.clear();
    suspended.clear();
    job.clear();
    context = null;
    branch = null;
    isBranch = false;
    task = null;
    ownsThread = false;
    harvestedRows = 0;
    lateExecutions = null;
    open = false;
    next = null;
    snapshot = null;
    asyncRequest = null;
    pendingResponse = null;
  }

  private void clearFacts() {
    method = null;
    path = null;
    route = null;
    routeBelowContext = false;
    operation = null;
    status = 0;
    failed = false;
    unattributed = false;
    ambiguous = false;
    thread = null;
    late = false;
    streaming = false;
    idleNanos = 0;
    trace = null;
    user = null;
    userRank = 0;
    principal = null;
  }
}
