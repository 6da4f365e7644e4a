package io.rowcall.core.findings;

/**
 * Correlation between a parent's rows and the executions made for them: compares the requests with
 * the fewest and with the most rows.
 */
final class RowCorrelation {
  private long fewestRows = Long.MAX_VALUE;
  private long mostRows;
  private long repeatsForFewest;
  private long repeatsForMost;

  void add(long rows, long repeats) {
    if (rows < fewestRows) {
      fewestRows = rows;
      repeatsForFewest = repeats;
    }
    if (rows > mostRows) {
      mostRows = rows;
      repeatsForMost = repeats;
    }
  }

  void clear() {
    fewestRows = Long.MAX_VALUE;
    mostRows = 0;
  }

  /** Whether the rows at least doubled and the executions grew at least half as much. */
  boolean isProven() {
    return isSignificant()
        && (double) repeatsForMost / repeatsForFewest >= 0.5 * mostRows / fewestRows
        && repeatsForMost > repeatsForFewest;
  }

  /** Whether the rows at least doubled and the executions did not grow. */
  boolean isRefuted() {
    return isSignificant() && repeatsForMost <= repeatsForFewest;
  }

  private boolean isSignificant() {
    return fewestRows > 0 && mostRows / 2 >= fewestRows;
  }

  /** The proof as a line of evidence; empty when there is none. */
  String describe() {
    return isProven()
        ? "grows with the parent's rows: "
            + repeatsForFewest
            + " executions for "
            + fewestRows
            + " rows, "
            + repeatsForMost
            + " for "
            + mostRows
        : "";
  }
}
