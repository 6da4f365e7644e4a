package io.rowcall.boot.request;

import java.util.Arrays;

/**
 * Ends of a request's transactions: counts all of them, and keeps the times of the first {@value
 * #MAX_ENDS}, in the order of each thread.
 */
public final class TransactionLog {
  private static final int MAX_ENDS = 64;
  private static final long[] NONE = new long[0];

  private int commits;
  private int rollbacks;
  private long[] ends = NONE;

  /** A bit for each end that was a rollback. */
  private long rolledBack;

  private int size;

  TransactionLog() {}

  public void record(boolean committed, long now) {
    if (committed) {
      commits++;
    } else {
      rollbacks++;
    }
    addEnd(committed, now);
  }

  private void addEnd(boolean committed, long nanos) {
    if (size == MAX_ENDS) {
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, Math.max(4, size * 2));
    }
    if (!committed) {
      rolledBack |= 1L << size;
    }
    ends[size++] = nanos;
  }

  void addAll(TransactionLog other) {
    commits += other.commits;
    rollbacks += other.rollbacks;
    for (int i = 0; i < other.size; i++) {
      addEnd(!other.isRolledBack(i), other.ends[i]);
    }
  }

  boolean isEmpty() {
    return commits == 0 && rollbacks == 0;
  }

  public int commits() {
    return commits;
  }

  public int rollbacks() {
    return rollbacks;
  }

  /** Ends whose times are kept. */
  public int size() {
    return size;
  }

  /** When a transaction ended, by {@link System#nanoTime()}. */
  public long endNanos(int index) {
    return ends[index];
  }

  public boolean isRolledBack(int index) {
    return (rolledBack >>> index & 1) != 0;
  }

  void clear() {
    commits = 0;
    rollbacks = 0;
    rolledBack = 0;
    size = 0;
  }
}
