package io.rowcall.boot.request;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Normalized SQL text, or the template of an outgoing call, interned per JVM. Created by the engine
 * when a text is first seen; the hot path only passes it on. Immutable except for its counters of
 * evidence, whose races are harmless: at worst a few more stacks are captured than wanted.
 */
public final class SqlStatement {
  private static final AtomicReferenceFieldUpdater<SqlStatement, LongAdder> ROWS_OUTSIDE =
      AtomicReferenceFieldUpdater.newUpdater(SqlStatement.class, LongAdder.class, "rowsOutside");

  /** Stands for statements beyond the limits, and for those whose text was never seen. */
  public static final SqlStatement OTHER = new SqlStatement(0, 0, "(other)", null);

  /** Stands for outgoing calls beyond the limits. */
  public static final SqlStatement OTHER_CALL =
      new SqlStatement(1, 1, "(other calls)", null, CallKind.OTHER);

  /** The first ordinal after those of {@link #OTHER} and {@link #OTHER_CALL}. */
  public static final int FIRST_ORDINAL = 2;

  /** Index in per-request counters: {@link #FIRST_ORDINAL} and up, without gaps. */
  public final int ordinal;

  /** 64-bit hash of the whole normalized text. */
  public final long id;

  /** The normalized text, cut at the limit that the report states. */
  public final String text;

  /** Kind, tables, and more; the engine's own type, opaque here. */
  public final @Nullable Object scanned;

  /** The kind of outgoing call; null for SQL. */
  public final @Nullable CallKind callKind;

  private static final int DEMAND_LOOKUPS = 10_000;

  /** Requests that still look up, when they execute this, whether its call sites are wanted. */
  private int demandLookups = DEMAND_LOOKUPS;

  /** Stacks still to be captured in requests whose endpoint is new. */
  private int stacksOfNewEndpoints = 128;

  /** Results whose columns are still to be watched; see {@link ColumnValues}. */
  public int resultsToWatch = 2;

  /** Results whose columns are still to be watched in requests whose endpoint is new. */
  private int resultsOfNewEndpoints = 128;

  /** Length of the longest list that was collapsed in any of its texts. Used by the engine only. */
  public volatile int longestList;

  /** Rows read outside of the log of any request; null while there are none. */
  private volatile @Nullable LongAdder rowsOutside;

  /** Whether an execution outside of any request has been seen. */
  private boolean seenUnattributed;

  public SqlStatement(int ordinal, long id, String text, @Nullable Object scanned) {
    this(ordinal, id, text, scanned, null);
  }

  /** The template of an outgoing call. */
  public static SqlStatement call(int ordinal, long id, String template, CallKind kind) {
    return new SqlStatement(ordinal, id, template, null, kind);
  }

  private SqlStatement(
      int ordinal, long id, String text, @Nullable Object scanned, @Nullable CallKind callKind) {
    this.callKind = callKind;
    this.ordinal = ordinal;
    this.id = id;
    this.text = text;
    this.scanned = scanned;
  }

  /** Whether it is an outgoing call, and no SQL. */
  public boolean isCall() {
    return callKind != null;
  }

  /** Whether this is the first execution outside of any request, whose place is captured. */
  public boolean isFirstUnattributed() {
    boolean first = !seenUnattributed;
    seenUnattributed = true;
    return first;
  }

  public void addRowsOutside(int count) {
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

  /** Rows read outside of requests, or after their end. */
  public long rowsOutside() {
    LongAdder rows = rowsOutside;
    return rows == null ? 0 : rows.sum();
  }

  /** False, after one plain read, once every endpoint has the call sites it needs. */
  boolean hasDemandLookups() {
    return demandLookups > 0;
  }

  void onDemandLookup() {
    demandLookups--;
  }

  boolean claimStackOfNewEndpoint() {
    return stacksOfNewEndpoints > 0 && stacksOfNewEndpoints-- > 0;
  }

  boolean claimResultOfNewEndpoint() {
    return resultsOfNewEndpoints > 0 && resultsOfNewEndpoints-- > 0;
  }

  /**
   * A call site is wanted: the next requests look up the demand of their endpoint again. Requests
   * of paths that are always new capture some as those of a new endpoint do.
   */
  void renewDemandLookups() {
    demandLookups = DEMAND_LOOKUPS;
    stacksOfNewEndpoints = Math.max(stacksOfNewEndpoints, CallSiteDemand.MAX_EXECUTIONS);
  }

  /** Ends the demand of new endpoints, as if it were satisfied. For tests and benchmarks. */
  public void settleDemand() {
    demandLookups = 0;
    stacksOfNewEndpoints = 0;
    resultsOfNewEndpoints = 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
