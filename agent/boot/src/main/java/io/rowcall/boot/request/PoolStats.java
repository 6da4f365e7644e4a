package io.rowcall.boot.request;

import java.util.concurrent.atomic.LongAdder;

/**
 * A connection pool as reports name it, or a data source without one. How many connections are out
 * follows from two striped counters, so that no thread waits for another's count; their largest
 * difference is looked at ten times a second, and by everybody who had to wait.
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

  /** The library, as {@code hikari}. */
  public final String kind;

  public final int ordinal;

  /** Call sites to take when a connection is handed out; a lost update only takes one more. */
  public volatile int sitesWanted = FIRST_SITES;

  private final LongAdder asked = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder handedOut = new LongAdder();
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

  public void asks() {
    asked.increment();
  }

  /** There is no connection, or none whose end can be seen. */
  public void refuses() {
    answered.increment();
  }

  public void handsOut() {
    answered.increment();
    handedOut.increment();
  }

  public void takesBack() {
    returned.increment();
  }

  /** Connections that are out. */
  public long active() {
    long back = returned.sum();
    return Math.max(0, handedOut.sum() - back);
  }

  /** Threads that are asking for a connection. */
  public long waiting() {
    long done = answered.sum();
    return Math.max(0, asked.sum() - done);
  }

  /** Looks at how many are out; the most so far. */
  public long peak() {
    long active = active();
    if (active > peak) {
      peak = active;
    }
    return peak;
  }
}
