package io.rowcall.boot;

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
            TaskHooks.adopt(slot);
          } catch (Throwable ours) {
            JdbcHooks.suppressed(ours); // A thread without its request still counts.
          }
          return slot;
        }
      };

  private static final @Nullable String[] NUMBERS = new @Nullable String[256];

  @Nullable Request request;

  /** Inside an outermost execution: what a wrapped driver executes now is the same round trip. */
  boolean executing;

  long executionStartNanos;

  /** Of the execution: the first that is known, from the outermost class to the driver's. */
  int dialect;

  /** Of what was prepared last, since a connection of no known dialect began to. */
  int dialectPrepared;

  /** Above zero while this thread starts workers of a pool, which belong to no request. */
  int startingWorkers;

  /**
   * Above zero inside an executor that was given a task which knows its request: whatever it
   * submits further inside is its own affair.
   */
  int submitting;

  /** The last unattributed statement, until its result set is taken. */
  @Nullable SqlStatement outside;

  /** Commands in the batch that is being executed, as counted before the driver emptied it. */
  int batch;

  /** Inside a cache's lookup: the caches that it is made of are asked for the same. */
  boolean lookingUp;

  /** Values that were loaded inside of the lookup, and how long that took. */
  int loads;

  long loadNanos;

  /** Whose numbers a cache that counts by itself is about to count. */
  @Nullable CacheStats counting;

  /** The pool that is being asked for a connection, the outermost one. */
  @Nullable PoolStats pool;

  long askedNanos;

  /** A connection has been handed out further inside, and counted there. */
  boolean handedOut;

  /** Data sources that are being asked for a connection, one by the other. */
  int opening;

  /** Of those, the connection that was counted; null when none has been or it was a pool's. */
  @Nullable ConnectionState opened;

  /** The response to the request has been committed: its headers are on the wire. */
  boolean committed;

  /** The figures are those of headers that have been set before. */
  boolean timed;

  // The figures for the headers of a response that is about to be committed.
  private boolean figures;
  private long millis;
  private long micros;
  private long executions;
  private long executionMicros;
  private boolean cacheHit;
  private @Nullable StringBuilder timing;

  private ThreadState() {}

  static ThreadState current() {
    return SLOTS.get();
  }

  /** From here on, the thread serves a request, and goes back afterwards to what it did. */
  void serves(Request begun) {
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

  /** Takes the figures of a request as they stand at {@code nanos}. */
  void figuresOf(Request of, long nanos) {
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

  boolean hasFigures() {
    return figures;
  }

  void dropFigures() {
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
