package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/**
 * A normalized SQL text, known once per JVM. Made by the engine at first sight; the hot path only
 * carries it. Immutable but for its counters of evidence, whose races are harmless: at worst a few
 * more stacks are taken than were wanted.
 */
public final class SqlStatement {
  private static final AtomicReferenceFieldUpdater<SqlStatement, LongAdder> ROWS_OUTSIDE =
      AtomicReferenceFieldUpdater.newUpdater(SqlStatement.class, LongAdder.class, "rowsOutside");

  /** The bucket of statements beyond the limits, and of those whose text was never seen. */
  public static final SqlStatement OTHER = new SqlStatement(0, 0, "(other)", null);

  /** Position in per-request counters: 0 for {@link #OTHER}, then 1, 2, 3, … without gaps. */
  public final int ordinal;

  /** 64-bit hash of the whole normalized text. */
  public final long id;

  /** The normalized text, cut at the limit that the report states. */
  public final String text;

  /** What the scanner found out (kind, tables, …); the engine's own type, opaque here. */
  public final @org.jspecify.annotations.Nullable Object scanned;

  private static final int DEMAND_LOOKUPS = 10_000;

  /**
   * Requests that still ask, when they execute this, whether their endpoint wants its call sites.
   */
  private int demandLookups = DEMAND_LOOKUPS;

  /** Stacks still to be taken in requests whose endpoint is new. */
  private int stacksOfNewEndpoints = 128;

  /** Results still wanted whose columns are watched: see {@link ColumnValues}. */
  public int valuesWanted = 2;

  /** Members of the longest list that was collapsed in any of its texts. The engine's. */
  public volatile int longestList;

  /** Rows that were read from it outside of the log of any request; null while there are none. */
  private volatile @org.jspecify.annotations.Nullable LongAdder rowsOutside;

  public SqlStatement(
      int ordinal, long id, String text, @org.jspecify.annotations.Nullable Object scanned) {
    this.ordinal = ordinal;
    this.id = id;
    this.text = text;
    this.scanned = scanned;
  }

  public void rowsReadOutside(int count) {
    LongAdder rows = rowsOutside;
    if (rows == null) {
      rows = new LongAdder();
      if (!ROWS_OUTSIDE.compareAndSet(this, null, rows)) {
        rows = rowsOutside;
      }
    }
    if (rows != null) {
      rows.add(count);
    }
  }

  /** Rows that were read from it outside of requests, or after their end. */
  public long rowsOutside() {
    LongAdder rows = rowsOutside;
    return rows == null ? 0 : rows.sum();
  }

  /** False, after one plain read, once every endpoint has what it needs. */
  boolean hasDemandLookups() {
    return demandLookups > 0;
  }

  void demandLookedUp() {
    demandLookups--;
  }

  boolean takeStackOfNewEndpoint() {
    return stacksOfNewEndpoints > 0 && stacksOfNewEndpoints-- > 0;
  }

  /**
   * A call site is asked for: the next requests look at the demand of their endpoint again, and an
   * endpoint of ever new paths takes some as a new one.
   */
  void lookUpDemand() {
    demandLookups = DEMAND_LOOKUPS;
    stacksOfNewEndpoints = Math.max(stacksOfNewEndpoints, CallSiteDemand.MAX_EXECUTIONS);
  }

  /** As if everything had been taken that is taken by itself. For tests and benchmarks. */
  public void settleDemand() {
    demandLookups = 0;
    stacksOfNewEndpoints = 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
