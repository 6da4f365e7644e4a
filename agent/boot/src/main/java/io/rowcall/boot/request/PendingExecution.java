package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Duration and outcome of an asynchronous execution or call, whose row was logged when it started.
 * The thread that completes it writes here instead of the log, which may have changed hands; the
 * engine fills in the row. The first completion counts.
 */
public final class PendingExecution {
  private static final AtomicLongFieldUpdater<PendingExecution> ELAPSED =
      AtomicLongFieldUpdater.newUpdater(PendingExecution.class, "elapsed");
  private static final long PENDING = Long.MIN_VALUE;
  private static final long FAILED = Long.MIN_VALUE / 2;

  private final long startNanos;

  /** Nanoseconds; plus {@link #FAILED} after a failure. */
  private volatile long elapsed = PENDING;

  /**
   * @param startNanos when it started, by {@link System#nanoTime()}
   */
  public PendingExecution(long startNanos) {
    this.startNanos = startNanos;
  }

  /** Ends it, unless it has ended. Any thread. */
  public void complete(boolean failed) {
    if (elapsed == PENDING) {
      long nanos = Math.max(0, System.nanoTime() - startNanos);
      ELAPSED.compareAndSet(this, PENDING, failed ? nanos + FAILED : nanos);
    }
  }

  public boolean isComplete() {
    return elapsed != PENDING;
  }

  boolean isFailed() {
    long ended = elapsed;
    return ended < 0 && ended != PENDING;
  }

  /** The duration; up to {@code nowNanos} while it is pending. */
  long elapsedNanos(long nowNanos) {
    long ended = elapsed;
    if (ended == PENDING) {
      return Math.max(0, nowNanos - startNanos);
    }
    return ended < 0 ? ended - FAILED : ended;
  }
}
