package io.rowcall.boot;

/**
 * A normalised SQL text, known once per JVM. Made by the engine at first sight; the hot path only
 * carries it. Immutable but for the two call-site counters, whose races are harmless: at worst a
 * few more stacks are taken than were wanted.
 */
public final class SqlStatement {
  /** The bucket of statements beyond the limits, and of those whose text was never seen. */
  public static final SqlStatement OTHER = new SqlStatement(0, 0, "(other)", null);

  /** Position in per-request counters: 0 for {@link #OTHER}, then 1, 2, 3, … without gaps. */
  public final int ordinal;

  /** 64-bit hash of the whole normalised text. */
  public final long id;

  /** The normalised text, cut at the limit that the report states. */
  public final String text;

  /** What the scanner found out (kind, tables, …); the engine's own type, opaque here. */
  public final @org.jspecify.annotations.Nullable Object scanned;

  /** Call sites still wanted of first executions within a request. */
  public int firstSitesWanted = 2;

  /** Call sites still wanted of third executions within a request. */
  public int repeatSitesWanted = 8;

  /** Results still wanted whose columns are watched: see {@link ColumnValues}. */
  public int valuesWanted = 2;

  /** Members of the longest list that was collapsed in any of its texts. The engine's. */
  public volatile int longestList;

  public SqlStatement(
      int ordinal, long id, String text, @org.jspecify.annotations.Nullable Object scanned) {
    this.ordinal = ordinal;
    this.id = id;
    this.text = text;
    this.scanned = scanned;
  }

  @Override
  public String toString() {
    return text;
  }
}
