package io.rowcall.boot.context;

import io.rowcall.boot.request.CacheStats;
import io.rowcall.boot.request.Engine;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.RequestContext;
import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.boot.state.ConnectionState;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is doing: the request it works for, and whether it is inside JDBC. One thread-local
 * read (about 3 ns) gives both. Touched by its own thread only; holds nothing of the application.
 */
public final class ThreadState {
  private static final ThreadLocal<ThreadState> SLOTS =
      new ThreadLocal<ThreadState>() {
        @Override
        protected ThreadState initialValue() {
          ThreadState slot = new ThreadState();
          try {
            slot.inherit();
          } catch (Throwable ours) {
            Engine.suppress(ours); // A thread without its request still counts.
          }
          return slot;
        }
      };

  private static final @Nullable String[] NUMBERS = new @Nullable String[256];

  public @Nullable Request request;

  /** Inside an outermost execution: what a wrapped driver executes now is the same round trip. */
  public boolean executing;

  public long executionStartNanos;

  /** Of the execution: the first that is known, from the outermost class to the driver's. */
  public int dialect;

  /** Of what was prepared last, since a connection of no known dialect began to. */
  public int dialectPrepared;

  /** What was answered further inside an execution, until that ends: see {@link JdbcHooks}. */
  public @Nullable Object resultInside;

  /** Above zero while this thread starts workers of a pool, which belong to no request. */
  public int startingWorkers;

  /**
   * Above zero inside an executor that was given a task which knows its request: whatever it
   * submits further inside is its own affair.
   */
  public int submitting;

  /** The last unattributed statement, until its result set is taken. */
  public @Nullable SqlStatement outside;

  /** Commands in the batch that is being executed, as counted before the driver emptied it. */
  public int batch;

  /** Inside a cache's lookup: the caches that it is made of are asked for the same. */
  public boolean lookingUp;

  /** Values that were loaded inside of the lookup, and how long that took. */
  public int loads;

  public long loadNanos;

  /** Whose numbers a cache that counts by itself is about to count. */
  public @Nullable CacheStats counting;

  /** The pool that is being asked for a connection, the outermost one. */
  public @Nullable PoolStats pool;

  public long askedNanos;

  /** A connection has been handed out further inside, and counted there. */
  public boolean handedOut;

  /** Data sources that are being asked for a connection, one by the other. */
  public int opening;

  /** Of those, the connection that was counted; null when none has been or it was a pool's. */
  public @Nullable ConnectionState opened;

  /** The response to the request has been committed: its headers are on the wire. */
  public boolean committed;

  /** The figures are those of headers that have been set before. */
  public boolean timed;

  // The figures for the headers of a response that is about to be committed.
  private boolean figures;
  private long millis;
  private long micros;
  private long executions;
  private long executionMicros;
  private boolean cacheHit;
  private @Nullable StringBuilder timing;

  private ThreadState() {}

  public static ThreadState current() {
    return SLOTS.get();
  }

  /** From here on, the thread serves a request, and goes back afterwards to what it did. */
  public void serves(Request begun) {
    begun.interrupts(request);
    request = begun;
    executing = false;
    submitting = 0;
    lookingUp = false;
    loads = 0;
    pool = null;
    opening = 0;
    opened = null;
    committed = false;
    dropFigures();
  }

  /** The outermost frame of a request returns: from here on, the thread serves nobody. */
  public void leave(Request request) {
    this.request = request.before();
    executing = false;
    request.endNanos = System.nanoTime();
    figuresOf(request, request.endNanos);
    if (committed || PendingResponse.isDoubtful(request)) {
      dropFigures();
    }
  }

  /** A thread that was started for one task asks for its slot for the first time. */
  private void inherit() {
    RequestContext context = TaskContexts.take(Thread.currentThread());
    if (context != null) {
      Request branch = RequestQueue.acquire();
      branchOff(branch, context);
      branch.ofThread = true;
      request = branch;
    }
  }

  /** Makes a request the branch of this thread, if the request of the context is not over. */
  public void branchOff(Request branch, RequestContext context) {
    branch.before = request;
    branch.beforeExecuting = executing;
    branch.beforeStartNanos = executionStartNanos;
    branch.beforeSubmitting = submitting;
    branch.branchOff(context);
  }

  /** Gives the thread back what it did before it took up a branch. */
  public void leaveBranch(Request branch) {
    request = branch.before;
    executing = branch.beforeExecuting;
    executionStartNanos = branch.beforeStartNanos;
    submitting = branch.beforeSubmitting;
  }

  /** Takes the figures of a request as they stand at {@code nanos}. */
  public void figuresOf(Request of, long nanos) {
    long elapsed = nanos - of.startNanos;
    millis = elapsed / 1_000_000;
    micros = elapsed / 1_000;
    executions = of.executionsSoFar();
    executionMicros = of.executionNanosSoFar() / 1_000;
    cacheHit = of.cacheHitSoFar();
    figures = true;
  }

  /** Whether the response was given its {@code Server-Timing} before, unless it was reset since. */
  public boolean isTimed() {
    return timed;
  }

  public boolean hasFigures() {
    return figures;
  }

  public void dropFigures() {
    figures = false;
  }

  /** Milliseconds since the request started, for {@code X-Response-Time-Ms}. */
  public String responseTimeMs() {
    return number(millis);
  }

  /** Executions so far, for {@code X-Query-Count}. */
  public String queryCount() {
    return number(executions);
  }

  /** Whether there was a cache hit and no miss, for {@code X-Cache-Hit}. */
  public String cacheHit() {
    return cacheHit ? "true" : "false";
  }

  /** Milliseconds with three decimals, for {@code Server-Timing}. */
  public String serverTiming() {
    StringBuilder text = timing;
    if (text == null) {
      text = new StringBuilder(64);
      timing = text;
    }
    text.setLength(0);
    text.append("total;dur=");
    millis(text, micros).append(", db;dur=");
    millis(text, executionMicros).append(";desc=\"").append(executions);
    return text.append(executions == 1 ? " query\"" : " queries\"").toString();
  }

  /** Most requests take few milliseconds and make few queries: their numbers are made once. */
  private static String number(long value) {
    if (value < 0 || value >= NUMBERS.length) {
      return Long.toString(value);
    }
    String known = NUMBERS[(int) value];
    if (known == null) {
      known = Long.toString(value);
      NUMBERS[(int) value] = known;
    }
    return known;
  }

  private static StringBuilder millis(StringBuilder text, long micros) {
    long fraction = micros % 1_000;
    text.append(micros / 1_000).append('.');
    if (fraction < 100) {
      text.append('0');
    }
    if (fraction < 10) {
      text.append('0');
    }
    return text.append(fraction);
  }
}
