package io.rowcall.boot.request;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of one connection pool, as reports name it, or of a data source without a pool. The
 * number of active connections is the difference of two striped counters, so that threads do not
 * contend; its peak is sampled ten times a second, and by every thread that had to wait.
 *
 * <p>Any thread.
 */
public final class PoolStats {
  /** Pools that get a name of their own. */
  public static final int MAX = 64;

  /** Stands for every pool beyond {@link #MAX}. */
  public static final PoolStats OTHER = new PoolStats("(other)", "", 0);

  private static final int FIRST_SITES = 32;

  public final String name;

  /** The library, such as {@code hikari}. */
  public final String kind;

  public final int ordinal;

  /** Call sites of borrowers still wanted; a lost update only captures one more. */
  public volatile int callSitesWanted = FIRST_SITES;

  private final LongAdder requested = new LongAdder();
  private final LongAdder completed = new LongAdder();
  private final LongAdder leased = new LongAdder();
  private final LongAdder returned = new LongAdder();
  private volatile long peak;

  /**
   * @param ordinal below {@link #MAX}; 0 is {@link #OTHER}'s
   */
  public PoolStats(String name, String kind, int ordinal) {
    this.name = name;
    this.kind = kind;
    this.ordinal = ordinal;
  }

  public void onRequest() {
    requested.increment();
  }

  /** A borrow returned no connection, or one whose close is invisible. */
  public void onUntrackedBorrow() {
    completed.increment();
  }

  public void onLease() {
    completed.increment();
    leased.increment();
  }

  public void onReturn() {
    returned.increment();
  }

  /** Connections that are leased. */
  public long active() {
    long back = returned.sum();
    return Math.max(0, leased.sum() - back);
  }

  /** Threads that wait for a connection. */
  public long waiting() {
    long done = completed.sum();
    return Math.max(0, requested.sum() - done);
  }

  /** Samples {@link #active()}; the largest value so far. */
  public long peak() {
    long active = active();
    if (active > peak) {
      peak = active;
    }
    return peak;
  }
}
