package io.rowcall.core.findings;

import java.util.Arrays;

/** Last {@value #CAPACITY} values, for an exact median in 0.5 KB, and the maximum of all values. */
public final class RecentValues {
  private static final int CAPACITY = 63;

  private long[] values = new long[4];
  private int next;
  private int size;
  private long max;

  void add(long value) {
    if (size == values.length && size < CAPACITY) {
      values = Arrays.copyOf(values, Math.min(CAPACITY, size * 2));
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

  /** The maximum of all values ever added. */
  public long max() {
    return max;
  }
}
