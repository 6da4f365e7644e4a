package io.rowcall.boot.request;

import io.rowcall.boot.state.BoundValues;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work and the log of its executions, in order.
 *
 * <p>The log is a row of parallel arrays: appending is seven stores and no allocation once the
 * arrays have grown. Grouping, percentiles and findings are the engine's work, on its own thread,
 * after the request has ended; the request itself only counts how often it has executed each
 * statement, because the third time decides whether a call site is worth taking.
 *
 * <p>Beyond {@link #MAX_LOGGED} executions only sums per statement are kept, so that a job that
 * executes a million times stays flat and its totals stay exact.
 *
 * <p><b>Ownership.</b> A log is written by one thread at a time. Each further thread that works for
 * the request logs into a branch, which is a {@code Request} of its own that knows its {@link
 * RequestContext}. The thread joins its branch when its task has ended; what it has not joined when
 * the request is over, the engine harvests, see {@link Branch}; and what it executes afterwards is
 * late: handed over at once, one execution at a time. So a thread that never ends loses none.
 *
 * <p><b>Publication.</b> Handed over whole, by way of the queue of {@link RequestQueue}; recycled
 * by the engine. {@link #generation} changes with each use, so a result set that outlives its
 * request cannot touch the next one.
 */
public final class Request {
  /** Executions of one request that are kept one by one. */
  public static final int MAX_LOGGED = 4096;

  private static final int FIRST_CAPACITY = 32;
  private static final int KEPT_CAPACITY = 1024;
  private static final int MAX_SITES = 512;
  private static final int MAX_ENDS = 64;
  private static final int WATCHED_ON_TRIAL = 2;
  private static final int ERROR = Integer.MIN_VALUE;
  private static final int[] NO_LOOKUPS = new int[0];
  private static final long[] NO_ENDS = new long[0];

  // What it is. Set when it starts and when it ends.
  public @Nullable String method;
  public @Nullable String path;
  public @Nullable String route;
  public @Nullable String user;
  public long startMillis;
  public long startNanos;
  public long endNanos;
  public int status;
  public boolean failed;
  public boolean unattributed;
  public int cacheHits;
  public int cacheMisses;
  public int commits;
  public int rollbacks;

  // The log of executions.
  public SqlStatement[] statements = new SqlStatement[FIRST_CAPACITY];
  public long[] starts = new long[FIRST_CAPACITY];
  public long[] elapsed = new long[FIRST_CAPACITY];
  public long[] binds = new long[FIRST_CAPACITY];
  public int[] rows = new int[FIRST_CAPACITY];
  private int[] batches = new int[FIRST_CAPACITY];
  private int size;

  // Per statement, by ordinal.
  private int[] repeats = new int[64];

  // What happened beyond the log, by ordinal.
  private @Nullable Folded folded;

  /** The last {@link #position} whose result set was taken by a call of its own. */
  private long resultSetTaken = -1;

  private long executionNanos;

  // Lookups per cache, by ordinal: hits and misses side by side.
  private int[] lookups = NO_LOOKUPS;
  private int lookupsEnd;

  // When its transactions ended: the first ends, and a bit for each that was rolled back.
  private long[] ends = NO_ENDS;
  private long rolledBack;
  private int endCount;

  private final ConnectionLog holds = new ConnectionLog();

  // Evidence: who executed. Both arrays have the same length.
  private int[] siteAt = new int[4];
  private @Nullable Object[] sites = new @Nullable Object[4];
  private int siteCount;

  /** Which call sites the endpoint is asked for; looked up once, by the root's method and path. */
  private @Nullable CallSiteDemand demand;

  private boolean demandKnown;
  private boolean ofNewEndpoint;

  // Evidence: what was read from the columns of some results.
  private @Nullable ColumnValues values;

  // Evidence: what executions were given, once any column is watched.
  private @Nullable ParameterValues parameters;

  /** What threads that work for this request share. Made with its first hand-over. */
  private @Nullable RequestContext context;

  // Of a branch: what others see of it, while its request is open, and what its thread goes back
  // to.
  private @Nullable Branch branch;
  private boolean branching;
  public @Nullable Request before;
  public boolean beforeExecuting;
  public long beforeStartNanos;
  public int beforeSubmitting;

  /** The task that a branch was taken up for, while it runs. */
  public @Nullable Object task;

  /**
   * True for the branch of a thread that a request has started, as long as it runs nothing else.
   */
  public boolean ofThread;

  /** Rows of a branch that its request has counted while the branch went on. The engine's. */
  int harvested;

  /** What was started after the end of the request, for the engine to add up by itself. */
  private @Nullable Request lateRows;

  /** True from the start of a request to its end; read by the engine at any time. */
  private volatile boolean open;

  // Somebody waits for its figures, and for the evidence of everything.
  private Object @Nullable [] trials;
  private boolean thorough;

  /** What the engine has made of it for its trials; the engine's own type. */
  public @Nullable Object figures;

  /** Set while asynchronous work of a servlet goes on; its thread has it until it leaves. */
  public @Nullable Object asyncRequest;

  /** Its response, once it has gone asynchronous. */
  public @Nullable Object pendingResponse;

  /** Who has told the user, and whom a framework has told last; see {@link UserHooks}. */
  public int userRank;

  public @Nullable Object principal;

  /** True for a response that is meant to go on, such as one of server-sent events. */
  public boolean streams;

  /** How long its asynchronous work had been left to somebody who would complete it. */
  public long leftNanos;

  /** True for executions of tasks that went on after their request had ended. */
  public boolean late;

  /** True for unattributed executions that two requests could own. */
  public boolean ambiguous;

  /** The next in the hand-over queue. */
  @Nullable Request next;

  public int generation;

  Request() {}

  /** A request that is none, and marks a place where another one may stand. */
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

  void ended() {
    open = false;
  }

  /** Whether it has started and not ended yet. Any thread. */
  boolean isOpen() {
    return open;
  }

  // ---- Trials ----

  public void isOnTrial(Object[] candidates) {
    trials = candidates;
    thorough = true;
  }

  /** The trials that it may count for; null when nobody waits. */
  public Object @Nullable [] trials() {
    return trials;
  }

  /** Whether somebody waits for its figures. */
  public boolean isOnTrial() {
    return trials != null;
  }

  /**
   * Whether the call site of the last execution is wanted: of each when somebody waits for its
   * figures; else while the endpoint is new, or asked for that of this statement.
   *
   * @param repeat how often the request has now executed the statement
   */
  public boolean wantsCallSite(SqlStatement statement, int repeat) {
    if (thorough) {
      return siteCount < MAX_SITES;
    }
    return repeat <= CallSiteDemand.MAX_EXECUTIONS
        && statement.hasDemandLookups()
        && isAskedFor(statement, repeat);
  }

  private boolean isAskedFor(SqlStatement statement, int repeat) {
    if (repeat == 1) {
      statement.demandLookedUp();
    }
    if (siteCount >= MAX_SITES || late) {
      return false;
    }
    if (!demandKnown) {
      demandKnown = true;
      Request root = root();
      CallSiteDemand known = root == null ? null : CallSiteDemands.of(root.method, root.path);
      demand = known;
      ofNewEndpoint = known == null || known.isNew();
    }
    if (demand != null && demand.take(statement)) {
      return true;
    }
    return ofNewEndpoint
        && repeat <= CallSiteDemand.FIRST_EXECUTIONS
        && statement.takeStackOfNewEndpoint();
  }

  /** Whether it has looked for its endpoint and found none: the engine is to learn it. */
  public boolean isOfUnknownEndpoint() {
    return demandKnown && demand == null;
  }

  // ---- Executions ----

  /** Appends one execution; returns how often this request has now executed the statement. */
  public int executed(
      SqlStatement statement, long start, long nanos, long bindHash, int batch, boolean error) {
    executionNanos += nanos;
    int ordinal = statement.ordinal;
    if (ordinal >= repeats.length) {
      repeats = Arrays.copyOf(repeats, Math.max(ordinal + 1, repeats.length * 2));
    }
    int i = size;
    if (i == statements.length && !grow()) {
      if (folded == null) {
        folded = new Folded();
      }
      folded.add(ordinal, statement, nanos, batch, error);
      return ++repeats[ordinal];
    }
    statements[i] = statement;
    starts[i] = start;
    elapsed[i] = nanos;
    binds[i] = bindHash;
    rows[i] = 0;
    batches[i] = error ? batch | ERROR : batch;
    size = i + 1;
    return ++repeats[ordinal];
  }

  private boolean grow() {
    int capacity = statements.length * 2;
    if (capacity > MAX_LOGGED) {
      return false;
    }
    statements = Arrays.copyOf(statements, capacity);
    starts = Arrays.copyOf(starts, capacity);
    elapsed = Arrays.copyOf(elapsed, capacity);
    binds = Arrays.copyOf(binds, capacity);
    rows = Arrays.copyOf(rows, capacity);
    batches = Arrays.copyOf(batches, capacity);
    return true;
  }

  // ---- Caches ----

  public void lookedUp(CacheStats cache, int hits, int misses) {
    if (!cache.isOfLibrary) {
      cacheHits += hits;
      cacheMisses += misses;
    }
    lookedUp(2 * cache.ordinal, hits, misses);
    if (branch != null) {
      branch.lookedUp(cacheHits, cacheMisses);
    }
  }

  private void lookedUp(int at, int hits, int misses) {
    if (at >= lookupsEnd) {
      if (at >= lookups.length) {
        lookups = Arrays.copyOf(lookups, Math.max(at + 2, Math.max(16, lookups.length * 2)));
      }
      lookupsEnd = at + 2;
    }
    lookups[at] += hits;
    lookups[at + 1] += misses;
  }

  /** One more than the largest ordinal of a cache that was asked. */
  public int cachesEnd() {
    return lookupsEnd / 2;
  }

  public int hits(int ordinalOfCache) {
    return lookups[2 * ordinalOfCache];
  }

  public int misses(int ordinalOfCache) {
    return lookups[2 * ordinalOfCache + 1];
  }

  /** Whether there has been a hit and no miss, on all threads. */
  public boolean cacheHitSoFar() {
    RequestContext shared = context;
    if (shared == null) {
      return cacheHits > 0 && cacheMisses == 0;
    }
    return cacheHits + shared.cacheHits() > 0 && cacheMisses + shared.cacheMisses() == 0;
  }

  // ---- Connections ----

  /** The connections of this request. */
  public ConnectionLog holds() {
    return holds;
  }

  public long positionOf(int row) {
    return ((long) generation << 32) | (row & 0xffffffffL);
  }

  /** Ends a hold, unless the request is over. */
  public void released(long position, long now) {
    if ((int) (position >>> 32) == generation) {
      holds.end((int) position, now);
    }
  }

  /** The end of a hold will not be seen. */
  public void releaseUnseen(long position) {
    if ((int) (position >>> 32) == generation) {
      holds.unsee((int) position);
    }
  }

  // ---- Transactions ----

  public void transactionEnded(boolean committed, long now) {
    if (committed) {
      commits++;
    } else {
      rollbacks++;
    }
    addEnd(committed, now);
  }

  private void addEnd(boolean committed, long now) {
    if (endCount == MAX_ENDS) {
      return;
    }
    if (endCount == ends.length) {
      ends = Arrays.copyOf(ends, Math.max(4, endCount * 2));
    }
    if (!committed) {
      rolledBack |= 1L << endCount;
    }
    ends[endCount++] = now;
  }

  /** Ends of transactions that are known one by one, in the order of each thread. */
  public int transactionEnds() {
    return endCount;
  }

  /** When that was, of {@link System#nanoTime()}. */
  public long transactionEndNanos(int end) {
    return ends[end];
  }

  public boolean rolledBack(int end) {
    return (rolledBack >>> end & 1) != 0;
  }

  // ---- Branches ----

  /** What threads that work for this request share. The request's own thread. */
  public RequestContext context() {
    RequestContext known = context;
    if (known == null) {
      known = new RequestContext(this, trials, thorough);
      context = known;
    }
    return known;
  }

  /** Whether this thread works for that request. */
  public boolean worksFor(RequestContext other) {
    return context == other;
  }

  public boolean isBranch() {
    return branching;
  }

  /** Whether what it executes belongs to no request. */
  public boolean isNobodys() {
    return context != null && context.isNobodys();
  }

  /** The trials that the request of this thread counts for, while it is open. */
  public Object @Nullable [] openTrials() {
    if (!branching) {
      return trials;
    }
    return context == null || context.isOver() ? null : context.trials();
  }

  /** The request that this thread works for; null when it is over. For figures only. */
  public @Nullable Request root() {
    return branching ? (context == null ? null : context.root()) : this;
  }

  /** Remembers what the thread goes back to. */
  public void interrupts(@Nullable Request other) {
    before = other;
  }

  /** What the thread worked for before. */
  public @Nullable Request before() {
    return before;
  }

  /** Makes this a branch, if the request is not over. */
  public void branchOff(RequestContext shared) {
    branching = true;
    context = shared;
    thorough = shared.isThorough();
    startNanos = System.nanoTime();
    branch = shared.open(this);
  }

  /**
   * The thread of this branch has executed.
   *
   * @return what it logs into from now on: another branch when this one is full, or its request is
   *     over and the execution had to be handed over
   */
  public Request afterExecution() {
    if (published() && size < MAX_LOGGED) {
      return this;
    }
    Request successor = RequestQueue.acquire();
    successor.branchOff(context == null ? RequestContext.NOBODY : context);
    successor.before = before;
    successor.beforeExecuting = beforeExecuting;
    successor.beforeStartNanos = beforeStartNanos;
    successor.beforeSubmitting = beforeSubmitting;
    successor.task = task;
    successor.ofThread = ofThread;
    joins();
    return successor;
  }

  /** Shows others what it has executed; false when its request has been counted without it. */
  boolean published() {
    Branch its = branch;
    if (its == null) {
      return false;
    }
    its.executed(size, executionNanos);
    return !its.isHarvested();
  }

  /** The branch's task has ended. */
  public void joins() {
    endNanos = System.nanoTime();
    before = null;
    task = null;
    Branch its = branch;
    if (its != null && its.join()) {
      branch = null;
      context().join(this);
    } else if (its == null && isEmpty()) {
      RequestQueue.release(this);
    } else {
      handOverLate();
    }
  }

  /** Hands over what its request did not wait for. */
  void handOverLate() {
    branch = null;
    RequestContext its = context;
    unattributed = its == null || its.isNobodys();
    ambiguous = its == RequestContext.AMBIGUOUS;
    late = !unattributed;
    startMillis = System.currentTimeMillis() - (System.nanoTime() - startNanos) / 1_000_000;
    RequestQueue.finished(this);
  }

  /** Nothing that anybody would count. */
  boolean isEmpty() {
    return executions() == 0
        && lookupsEnd == 0
        && holds.size() == 0
        && commits == 0
        && rollbacks == 0;
  }

  /** Where the executions of a late branch belong; null when that has never been known. */
  public @Nullable String lateEndpoint() {
    return context == null ? null : context.endpoint();
  }

  /** Tells late branches, when they come, the endpoint of this request. */
  public void endpointIs(String endpoint) {
    if (context != null && !branching) {
      context.endpointIs(endpoint);
    }
  }

  /**
   * How long it took, in nanoseconds, as far as it was meant to be over sooner: nothing of a
   * stream, and nothing of what an asynchronous request waited for while no thread worked for it,
   * such as one that is answered when there is news.
   */
  public long workNanos() {
    if (streams) {
      return 0;
    }
    long nanos = endNanos - startNanos;
    return context == null ? nanos - leftNanos : nanos;
  }

  /** Whether the threads of all branches are done. The engine. */
  public boolean isJoined() {
    return context == null || branching || context.isJoined();
  }

  /**
   * Takes what the branches have done into this log, in the order of time; from here on, further
   * executions of theirs are late. Of a branch itself, forgets what its request has counted.
   */
  public void close() {
    if (branching) {
      dropHarvested();
    } else if (context != null) {
      int own = size;
      context.close(this);
      if (size > own) {
        sortByStart();
      }
    }
  }

  /** What has started after the end of the request, to be added up by itself; usually null. */
  public @Nullable Request lateRows() {
    return lateRows;
  }

  /** Takes in all that another branch of the same request has logged. */
  void absorb(Request other) {
    for (int row = 0; row < other.size; row++) {
      absorb(other, row);
    }
    absorbSums(other);
  }

  /** Takes in the first rows of a branch; those that started after the end are kept apart. */
  void absorbInTime(Request other, int rowCount) {
    for (int row = 0; row < rowCount; row++) {
      if (other.starts[row] - endNanos > 0) {
        Request apart = lateRows;
        if (apart == null) {
          apart = RequestQueue.acquire();
          apart.branching = true;
          apart.late = true;
          apart.context = context;
          apart.startNanos = endNanos;
          apart.startMillis = startMillis + (endNanos - startNanos) / 1_000_000;
          lateRows = apart;
        }
        apart.absorb(other, row);
      } else {
        absorb(other, row);
      }
    }
  }

  private void absorb(Request other, int from) {
    int row = size;
    executed(
        other.statements[from],
        other.starts[from],
        other.elapsed[from],
        other.binds[from],
        other.batchSize(from),
        other.failedExecution(from));
    if (size == row) {
      return; // Beyond the log.
    }
    rows[row] = other.rows[from];
    if (other.values != null) {
      openValues().takeIn(other.values, from, row);
    }
    if (other.parameters != null) {
      openParameters().takeIn(other.parameters, from, row);
    }
    for (int s = 0; s < other.siteCount; s++) {
      Object site = other.siteAt[s] == from ? other.sites[s] : null;
      if (site != null) {
        callSite(site);
      }
    }
  }

  /** Takes in what a branch has beside its rows. */
  void absorbSums(Request other) {
    if (other.folded != null) {
      if (folded == null) {
        folded = new Folded();
      }
      folded.addAll(other.folded);
      long logged = 0;
      for (int row = 0; row < other.size; row++) {
        logged += other.elapsed[row];
      }
      executionNanos += other.executionNanos - logged;
    }
    demandKnown |= other.demandKnown;
    demand = demand == null ? other.demand : demand;
    cacheHits += other.cacheHits;
    cacheMisses += other.cacheMisses;
    commits += other.commits;
    rollbacks += other.rollbacks;
    for (int i = 0; i < other.endCount; i++) {
      addEnd(!other.rolledBack(i), other.ends[i]);
    }
    holds.addAll(other.holds);
    for (int at = 0; at < other.lookupsEnd; at += 2) {
      lookedUp(at, other.lookups[at], other.lookups[at + 1]);
    }
  }

  /** What the request has counted already stands in its own log, with all evidence. */
  private void dropHarvested() {
    int gone = Math.min(harvested, size);
    if (gone == 0) {
      return;
    }
    for (int row = 0; row < gone; row++) {
      repeats[statements[row].ordinal] = 0;
      executionNanos -= elapsed[row];
    }
    int left = size - gone;
    System.arraycopy(statements, gone, statements, 0, left);
    System.arraycopy(starts, gone, starts, 0, left);
    System.arraycopy(elapsed, gone, elapsed, 0, left);
    System.arraycopy(binds, gone, binds, 0, left);
    System.arraycopy(rows, gone, rows, 0, left);
    System.arraycopy(batches, gone, batches, 0, left);
    size = left;
    harvested = 0;
    Arrays.fill(sites, 0, siteCount, null);
    siteCount = 0;
    if (values != null) {
      values.close();
      values = null;
    }
    parameters = null;
  }

  /** Sorts the log by time: the order of what several threads have done at once. */
  private void sortByStart() {
    int[] order = StartTimeSorter.of(starts, size);
    if (order == null) {
      return;
    }
    SqlStatement[] sortedStatements = new SqlStatement[statements.length];
    long[][] longs = {new long[starts.length], new long[starts.length], new long[starts.length]};
    int[][] ints = {new int[starts.length], new int[starts.length]};
    int[] movedTo = new int[size];
    for (int i = 0; i < size; i++) {
      int from = order[i];
      movedTo[from] = i;
      sortedStatements[i] = statements[from];
      longs[0][i] = starts[from];
      longs[1][i] = elapsed[from];
      longs[2][i] = binds[from];
      ints[0][i] = rows[from];
      ints[1][i] = batches[from];
    }
    statements = sortedStatements;
    starts = longs[0];
    elapsed = longs[1];
    binds = longs[2];
    rows = ints[0];
    batches = ints[1];
    if (values != null) {
      values.move(movedTo);
    }
    if (parameters != null) {
      parameters.move(movedTo);
    }
    for (int s = 0; s < siteCount; s++) {
      siteAt[s] = movedTo[siteAt[s]];
    }
  }

  /** Executions so far, on all threads; what other threads do at this moment may be missing. */
  public long executionsSoFar() {
    RequestContext shared = context;
    return shared == null || branching ? executions() : executions() + shared.executions();
  }

  /** Nanoseconds spent in them, as a plain sum. */
  public long executionNanosSoFar() {
    RequestContext shared = context;
    return shared == null || branching ? executionNanos : executionNanos + shared.executionNanos();
  }

  // ---- Rows and call sites ----

  /**
   * Where the last execution stands, for a {@link ResultSetState}: the use of this object, and the
   * row.
   */
  public long position() {
    return ((long) generation << 32) | (size - 1);
  }

  public boolean lastExecuted(@Nullable Object statement) {
    return size > 0 && folded == null && statements[size - 1] == statement;
  }

  /** Whether the last execution's result set is taken for the first time. */
  public boolean takesResultSet() {
    long position = position();
    boolean first = position != resultSetTaken;
    resultSetTaken = position;
    return first;
  }

  public void rowsRead(long position, int count) {
    int row = (int) position;
    if ((int) (position >>> 32) == generation && row < size) {
      rows[row] += count;
    }
  }

  /** The last execution has one more result set to be taken. */
  public void movesToNextResultSet() {
    resultSetTaken = -1;
  }

  /** Watches the columns of the last execution's result, if its statement wants that. */
  public void watchColumns() {
    SqlStatement statement = statements[size - 1];
    if (statement.valuesWanted > 0) {
      statement.valuesWanted--;
      openValues().watch(size - 1);
    } else if (thorough && repeats[statement.ordinal] <= WATCHED_ON_TRIAL) {
      openValues().watch(size - 1);
    }
  }

  private ColumnValues openValues() {
    ColumnValues open = values;
    if (open == null) {
      open = new ColumnValues();
      values = open;
    }
    return open;
  }

  /** Keeps what the last execution was given, if there are columns that it may be from. */
  public void parametersBound(BoundValues bound) {
    if (size == 0 || folded != null || !(thorough || values != null || rootWatchesColumns())) {
      return;
    }
    openParameters().add(size - 1, bound);
  }

  /** Plain, as another thread's look at it: at worst evidence is lost. */
  private boolean rootWatchesColumns() {
    Request root = branching ? root() : null;
    return root != null && root.values != null;
  }

  private ParameterValues openParameters() {
    ParameterValues open = parameters;
    if (open == null) {
      open = new ParameterValues();
      parameters = open;
    }
    return open;
  }

  /** What executions were given; null when no column was watched. */
  public @Nullable ParameterValues parameterValues() {
    return parameters;
  }

  public void columnRead(long position, int column, @Nullable String label, long hash) {
    ColumnValues watched = values;
    if (watched != null && (int) (position >>> 32) == generation) {
      watched.read((int) position, column, label, hash);
    }
  }

  /** What was read from the columns of some results; null when none was watched. */
  public @Nullable ColumnValues columnValues() {
    return values;
  }

  public void callSite(Object site) {
    if (siteCount == sites.length) {
      siteAt = Arrays.copyOf(siteAt, siteCount * 2);
      sites = Arrays.copyOf(sites, siteCount * 2);
    }
    siteAt[siteCount] = size - 1;
    sites[siteCount++] = site;
  }

  /** Executions kept in the log: rows 0 to this, exclusive. */
  public int logged() {
    return size;
  }

  /** All executions, logged and folded. */
  public long executions() {
    return folded == null ? size : size + folded.total;
  }

  /** Nanoseconds spent in executions, as a plain sum. */
  public long executionNanos() {
    return executionNanos;
  }

  /** Commands of the batch in this row; 0 when it was no batch. */
  public int batchSize(int row) {
    return batches[row] & ~ERROR;
  }

  public boolean failedExecution(int row) {
    return batches[row] < 0;
  }

  /** The sums beyond the log, or null when everything is in it. */
  public @Nullable Folded folded() {
    return folded;
  }

  /** Call sites that were taken. */
  public int callSites() {
    return siteCount;
  }

  /** The row of the log that call site {@code i} led to. */
  public int callSiteRow(int i) {
    return siteAt[i];
  }

  /** The call site, in the engine's own type. */
  public @Nullable Object callSite(int i) {
    return sites[i];
  }

  /** Puts another in the place of call site {@code i}. The engine. */
  public void replaceCallSite(int i, @Nullable Object site) {
    sites[i] = site;
  }

  /** The call site of the execution in this row of the log; null when it was not taken. */
  public @Nullable Object callSiteOf(int row) {
    for (int i = 0; i < siteCount; i++) {
      if (siteAt[i] == row) {
        return sites[i];
      }
    }
    return null;
  }

  /** Forgets everything, for the next use. Only the engine calls it, once it is done. */
  public void recycle() {
    generation++;
    if (folded != null || statements.length > KEPT_CAPACITY) {
      Request fresh = new Request();
      statements = fresh.statements;
      starts = fresh.starts;
      elapsed = fresh.elapsed;
      binds = fresh.binds;
      rows = fresh.rows;
      batches = fresh.batches;
      repeats = fresh.repeats;
      folded = null;
    } else {
      for (int i = 0; i < size; i++) {
        repeats[statements[i].ordinal] = 0;
      }
    }
    if (values != null) {
      values.close();
      values = null;
    }
    parameters = null;
    Arrays.fill(sites, 0, siteCount, null);
    siteCount = 0;
    demand = null;
    demandKnown = false;
    ofNewEndpoint = false;
    size = 0;
    executionNanos = 0;
    method = null;
    path = null;
    route = null;
    user = null;
    status = 0;
    failed = false;
    unattributed = false;
    cacheHits = 0;
    cacheMisses = 0;
    Arrays.fill(lookups, 0, lookupsEnd, 0);
    lookupsEnd = 0;
    commits = 0;
    rollbacks = 0;
    endCount = 0;
    rolledBack = 0;
    holds.clear();
    next = null;
    asyncRequest = null;
    pendingResponse = null;
    streams = false;
    leftNanos = 0;
    userRank = 0;
    principal = null;
    context = null;
    branch = null;
    branching = false;
    before = null;
    task = null;
    ofThread = false;
    harvested = 0;
    lateRows = null;
    open = false;
    trials = null;
    thorough = false;
    figures = null;
    late = false;
    ambiguous = false;
  }

  /**
   * Sums per statement of the executions beyond {@link #MAX_LOGGED}. Arrays are indexed by ordinal.
   */
  public static final class Folded {
    public SqlStatement[] statements = new SqlStatement[64];
    public long[] executions = new long[64];
    public long[] nanos = new long[64];
    public long[] errors = new long[64];
    public long[] batched = new long[64];
    long total;

    void add(int ordinal, SqlStatement statement, long elapsed, int batch, boolean error) {
      if (ordinal >= executions.length) {
        int capacity = Math.max(ordinal + 1, executions.length * 2);
        statements = Arrays.copyOf(statements, capacity);
        executions = Arrays.copyOf(executions, capacity);
        nanos = Arrays.copyOf(nanos, capacity);
        errors = Arrays.copyOf(errors, capacity);
        batched = Arrays.copyOf(batched, capacity);
      }
      statements[ordinal] = statement;
      executions[ordinal]++;
      nanos[ordinal] += elapsed;
      batched[ordinal] += batch;
      if (error) {
        errors[ordinal]++;
      }
      total++;
    }

    void addAll(Folded other) {
      for (int i = 0; i < other.executions.length; i++) {
        if (other.executions[i] > 0) {
          add(i, other.statements[i], other.nanos[i], (int) other.batched[i], false);
          executions[i] += other.executions[i] - 1;
          errors[i] += other.errors[i];
          total += other.executions[i] - 1;
        }
      }
    }
  }
}
