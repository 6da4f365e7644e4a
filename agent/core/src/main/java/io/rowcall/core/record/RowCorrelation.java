package io.rowcall.core.record;

/**
 * Whether the repeats of a statement grow with the rows of its parent: the requests with the fewest
 * and with the most rows, side by side.
 */
public final class RowCorrelation {
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

  /** Twice the rows, or more, and the repeats have grown at least half as much. */
  boolean isProven() {
    return isTelling()
        && (double) repeatsForMost / repeatsForFewest >= 0.5 * mostRows / fewestRows
        && repeatsForMost > repeatsForFewest;
  }

  /** Twice the rows, or more, and not one repeat more. */
  boolean isRefuted() {
    return isTelling() && repeatsForMost <= repeatsForFewest;
  }

  private boolean isTelling() {
    return fewestRows > 0 && mostRows / 2 >= fewestRows;
  }

  /** In words, or empty when there is nothing to tell. */
  public String inWords() {
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
