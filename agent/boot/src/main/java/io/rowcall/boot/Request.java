package io.rowcall.boot;

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
 * <p>Written by one thread at a time; handed over whole; recycled by the engine. {@link
 * #generation} changes with each use, so a result set that outlives its request cannot touch the
 * next one.
 */
public final class Request {
  /** Executions of one request that are kept one by one. */
  public static final int MAX_LOGGED = 4096;

  private static final int FIRST_CAPACITY = 32;
  private static final int KEPT_CAPACITY = 1024;
  private static final int MAX_SITES = 512;
  private static final int WATCHED_ON_TRIAL = 2;
  private static final int ERROR = Integer.MIN_VALUE;
  private static final int[] NO_LOOKUPS = new int[0];

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

  private final Holds holds = new Holds();

  // Evidence: who executed. Both arrays have the same length.
  private int[] siteAt = new int[4];
  private @Nullable Object[] sites = new @Nullable Object[4];
  private int siteCount;

  /** Outlives this use of the request, for work that does. Made with its first hand-over. */
  private @Nullable Origin origin;

  // Evidence: what was read from the columns of some results.
  private @Nullable ColumnValues values;

  // Threads that work for the same request log into branches. Guarded by the root's lock.
  private @Nullable Request root;
  private int rootGeneration;
  private @Nullable Request before;
  private @Nullable Request branches;
  private @Nullable Request nextBranch;
  private boolean joined;
  private boolean closed;

  // Somebody waits for its figures, and for the evidence of everything.
  private Trial @Nullable [] trials;
  private boolean thorough;

  /** What the engine has made of it for its trials; the engine's own type. */
  public @Nullable Object figures;

  /** Set while asynchronous work of a servlet goes on; its thread has it until it leaves. */
  @Nullable Suspension suspension;

  /** Its response, once it has gone asynchronous. */
  @Nullable Answering answering;

  /** Who has told the user, and whom a framework has told last; see {@link UserHooks}. */
  int userRank;

  @Nullable Object principal;

  /** Executions of tasks that went on after the request had ended. */
  public long lateExecutions;

  /** True for a branch whose request had been closed before it joined: all of it is late. */
  public boolean late;

  /** The next in the hand-over queue. */
  @Nullable Request next;

  int generation;

  Request() {}

  void begin(@Nullable String requestMethod, @Nullable String requestPath) {
    method = requestMethod;
    path = requestPath;
    startMillis = System.currentTimeMillis();
    startNanos = System.nanoTime();
  }

  // ---- Trials ----

  void isOnTrial(Trial[] candidates) {
    trials = candidates;
    thorough = true;
  }

  /** The trials that it may count for; null when nobody waits. */
  Trial @Nullable [] trials() {
    return trials;
  }

  /** Whether somebody waits for its figures. */
  public boolean isOnTrial() {
    return trials != null;
  }

  /** Whether the call site of each execution is wanted, up to a bound. */
  boolean wantsCallSite() {
    return thorough && siteCount < MAX_SITES;
  }

  /** Appends one execution; returns how often this request has now executed the statement. */
  int executed(
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

  void lookedUp(KnownCache cache, int hits, int misses) {
    cacheHits += hits;
    cacheMisses += misses;
    lookedUp(2 * cache.ordinal, hits, misses);
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
  boolean cacheHitSoFar() {
    if (branches == null) {
      return cacheHits > 0 && cacheMisses == 0;
    }
    synchronized (this) {
      int hits = cacheHits;
      int misses = cacheMisses;
      for (Request branch = branches; branch != null; branch = branch.nextBranch) {
        hits += branch.cacheHits;
        misses += branch.cacheMisses;
      }
      return hits > 0 && misses == 0;
    }
  }

  // ---- Connections ----

  /** The connections of this request. */
  public Holds holds() {
    return holds;
  }

  long positionOf(int row) {
    return ((long) generation << 32) | (row & 0xffffffffL);
  }

  /** Ends a hold, unless the request is over. */
  void released(long position, long now) {
    if ((int) (position >>> 32) == generation) {
      holds.end((int) position, now);
    }
  }

  // ---- Branches ----

  /** The request itself, for one of its branches; this, for itself. */
  Request root() {
    Request of = root;
    return of == null ? this : of;
  }

  boolean isBranch() {
    return root != null || late;
  }

  /** The use of {@link #root()} that this works for. */
  int rootGeneration() {
    return root == null ? generation : rootGeneration;
  }

  /** Remembers what the thread goes back to. */
  void interrupts(@Nullable Request branch) {
    before = branch;
  }

  /** What the thread worked for before it took up this branch. */
  @Nullable Request before() {
    return before;
  }

  /** What work for this request is known by, however late it comes. The request's own thread. */
  Origin origin() {
    Origin known = origin;
    if (known == null) {
      known = new Origin();
      origin = known;
    }
    return known;
  }

  /** Makes this a branch of a request, if that has not been closed since. */
  void branchOff(Request of, int generationOfRoot, Origin its, @Nullable Request threadWas) {
    root = of;
    rootGeneration = generationOfRoot;
    origin = its;
    before = threadWas;
    thorough = of.thorough;
    startNanos = System.nanoTime();
    synchronized (of) {
      if (of.generation == generationOfRoot && !of.closed) {
        nextBranch = of.branches;
        of.branches = this;
        return;
      }
    }
    late = true;
    root = null;
  }

  /** Whether this is a branch whose request has been closed, as far as this thread can see. */
  boolean outlived() {
    Request of = root;
    return of == null ? late : of.generation != rootGeneration || of.closed;
  }

  /** Hands a branch over whose request has been closed; its thread goes on with the next one. */
  Request handOverLate() {
    Request successor = Requests.acquire();
    successor.late = true;
    successor.origin = origin;
    successor.before = before;
    joins();
    return successor;
  }

  /**
   * The branch's task has ended. A branch that its request did not wait for is handed over alone.
   */
  void joins() {
    Request of = root();
    endNanos = System.nanoTime();
    boolean alone = late;
    if (!alone) {
      synchronized (of) {
        alone = of.generation != rootGeneration || of.closed;
        joined = !alone;
      }
    }
    if (alone) {
      late = true;
      root = null;
      before = null;
      nextBranch = null;
      if (executions() == 0 && lookupsEnd == 0 && holds.size() == 0) {
        Requests.release(this);
      } else {
        Requests.finished(this);
      }
    }
  }

  /** Where the executions of a late branch belong; null when that has never been known. */
  public @Nullable String lateEndpoint() {
    return origin == null ? null : origin.endpoint;
  }

  /** Tells late branches, when they come, the endpoint of this request. */
  public void endpointIs(String endpoint) {
    if (origin != null && !late) {
      origin.endpoint = endpoint;
    }
  }

  /** Whether the threads of all branches are done. */
  public synchronized boolean isJoined() {
    for (Request branch = branches; branch != null; branch = branch.nextBranch) {
      if (!branch.joined) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes the branches that have joined into this log, in the order of time. What started after the
   * end of the request is only counted. From here on, further branches are late.
   */
  public void close() {
    Request done = null;
    synchronized (this) {
      closed = true;
      for (Request branch = branches; branch != null; ) {
        Request following = branch.nextBranch;
        if (branch.joined) {
          branch.nextBranch = done;
          done = branch;
        }
        branch = following;
      }
      branches = null;
    }
    if (done == null) {
      return;
    }
    while (done != null) {
      Request following = done.nextBranch;
      absorb(done);
      Requests.release(done);
      done = following;
    }
    sortByStart();
  }

  private void absorb(Request branch) {
    for (int i = 0; i < branch.size; i++) {
      if (branch.starts[i] - endNanos > 0) {
        lateExecutions++;
        continue;
      }
      int row = size;
      executed(
          branch.statements[i],
          branch.starts[i],
          branch.elapsed[i],
          branch.binds[i],
          branch.batchSize(i),
          branch.failedExecution(i));
      if (size > row) {
        rows[row] = branch.rows[i];
        if (branch.values != null) {
          openValues().takeIn(branch.values, i, row);
        }
        for (int s = 0; s < branch.siteCount; s++) {
          if (branch.siteAt[s] == i && branch.sites[s] != null) {
            callSite(branch.sites[s]);
          }
        }
      }
    }
    if (branch.folded != null) {
      if (folded == null) {
        folded = new Folded();
      }
      folded.addAll(branch.folded);
    }
    cacheHits += branch.cacheHits;
    cacheMisses += branch.cacheMisses;
    commits += branch.commits;
    rollbacks += branch.rollbacks;
    holds.addAll(branch.holds);
    for (int at = 0; at < branch.lookupsEnd; at += 2) {
      lookedUp(at, branch.lookups[at], branch.lookups[at + 1]);
    }
  }

  /** Branches are few and sorted in themselves, so an insertion sort is nearly linear. */
  private void sortByStart() {
    for (int i = 1; i < size; i++) {
      for (int j = i; j > 0 && starts[j] - starts[j - 1] < 0; j--) {
        swap(j, j - 1);
      }
    }
  }

  private void swap(int a, int b) {
    SqlStatement statement = statements[a];
    statements[a] = statements[b];
    statements[b] = statement;
    swap(starts, a, b);
    swap(elapsed, a, b);
    swap(binds, a, b);
    int count = rows[a];
    rows[a] = rows[b];
    rows[b] = count;
    int batch = batches[a];
    batches[a] = batches[b];
    batches[b] = batch;
    if (values != null) {
      values.swap(a, b);
    }
    for (int s = 0; s < siteCount; s++) {
      siteAt[s] = siteAt[s] == a ? b : siteAt[s] == b ? a : siteAt[s];
    }
  }

  private static void swap(long[] values, int a, int b) {
    long value = values[a];
    values[a] = values[b];
    values[b] = value;
  }

  /** Executions so far, on all threads; what other threads do at this moment may be missing. */
  long executionsSoFar() {
    if (branches == null) {
      return executions();
    }
    synchronized (this) {
      long sum = executions();
      for (Request branch = branches; branch != null; branch = branch.nextBranch) {
        sum += branch.executions();
      }
      return sum;
    }
  }

  // ---- Rows and call sites ----

  /** Where the last execution stands, for a {@link Cursor}: the use of this object, and the row. */
  long position() {
    return ((long) generation << 32) | (size - 1);
  }

  boolean lastExecuted(@Nullable Object statement) {
    return size > 0 && folded == null && statements[size - 1] == statement;
  }

  /** Whether the last execution's result set is taken for the first time. */
  boolean takesResultSet() {
    long position = position();
    boolean first = position != resultSetTaken;
    resultSetTaken = position;
    return first;
  }

  void rowRead(long position) {
    int row = (int) position;
    if ((int) (position >>> 32) == generation && row < size) {
      rows[row]++;
    }
  }

  /** Watches the columns of the last execution's result, if its statement wants that. */
  void watchColumns() {
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

  void columnRead(long position, int column, @Nullable String label, long hash) {
    ColumnValues watched = values;
    if (watched != null && (int) (position >>> 32) == generation) {
      watched.read((int) position, column, label, hash);
    }
  }

  /** What was read from the columns of some results; null when none was watched. */
  public @Nullable ColumnValues columnValues() {
    return values;
  }

  void callSite(Object site) {
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

  /** Forgets everything, for the next use. Only the engine calls it, once it is done. */
  public void recycle() {
    synchronized (this) {
      generation++;
      closed = false;
      branches = null;
    }
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
    Arrays.fill(sites, 0, siteCount, null);
    siteCount = 0;
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
    holds.clear();
    next = null;
    suspension = null;
    answering = null;
    userRank = 0;
    principal = null;
    root = null;
    rootGeneration = 0;
    before = null;
    nextBranch = null;
    joined = false;
    origin = null;
    trials = null;
    thorough = false;
    figures = null;
    late = false;
    lateExecutions = 0;
  }

  /** What late work still knows of its request. */
  static final class Origin {
    private volatile @Nullable String endpoint;
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
