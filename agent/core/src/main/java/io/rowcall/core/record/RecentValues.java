package io.rowcall.core.record;

import java.util.Arrays;

/**
 * The last {@value #KEPT} values of something, for an exact median in 0.5 KB; and the largest of
 * all.
 */
public final class RecentValues {
  private static final int KEPT = 63;

  private long[] values = new long[4];
  private int next;
  private int size;
  private long max;

  void add(long value) {
    if (size == values.length && size < KEPT) {
      values = Arrays.copyOf(values, Math.min(KEPT, size * 2));
    }
    if (next == values.length) {
      next = 0;
    }
    values[next++] = value;
    size = Math.min(size + 1, values.length);
    max = Math.max(max, value);
  }

  /** The lower median of the last values; 0 when there is none. */
  public long median() {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[(size - 1) / 2];
  }

  /** The largest value ever. */
  public long max() {
    return max;
  }
}
