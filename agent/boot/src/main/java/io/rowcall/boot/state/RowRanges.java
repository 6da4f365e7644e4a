package io.rowcall.boot.state;

import java.util.Arrays;

/**
 * Set of row numbers, as sorted ranges that do not touch. Rows are mostly read one after another,
 * so there are few ranges; beyond {@value #MAX_RANGES}, rows of a further range are not added.
 */
final class RowRanges {
  private static final int MAX_RANGES = 512;

  private int[] firsts = new int[4];
  private int[] lasts = new int[4];
  private int size;
  private int rows;

  /** The number of rows in the set. */
  int rows() {
    return rows;
  }

  void add(int row) {
    add(row, row);
  }

  /** Adds the rows from {@code first} to {@code last}. */
  void add(int first, int last) {
    if (last < first) {
      return;
    }
    int from = indexOfRangeEndingAt(first - 1);
    int to = from;
    int start = first;
    int end = last;
    while (to < size && firsts[to] - 1 <= last) {
      start = Math.min(start, firsts[to]);
      end = Math.max(end, lasts[to]);
      rows -= lasts[to] - firsts[to] + 1;
      to++;
    }
    if (to == from && size == MAX_RANGES) {
      return;
    }
    replace(from, to);
    firsts[from] = start;
    lasts[from] = end;
    rows += end - start + 1;
  }

  /** Adds the rows of a set that is numbered from the end, of {@code total} rows. */
  void addFromEnd(RowRanges fromEnd, int total) {
    for (int i = 0; i < fromEnd.size; i++) {
      add(Math.max(1, total + 1 - fromEnd.lasts[i]), total + 1 - fromEnd.firsts[i]);
    }
  }

  /** The index of the first range that ends at a row or after it. */
  private int indexOfRangeEndingAt(int row) {
    int index = Arrays.binarySearch(lasts, 0, size, row);
    return index < 0 ? -index - 1 : index;
  }

  /** Replaces the ranges from one index to another, exclusive, by one range. */
  private void replace(int from, int to) {
    int newSize = size - (to - from) + 1;
    if (newSize > firsts.length) {
      firsts = Arrays.copyOf(firsts, newSize * 2);
      lasts = Arrays.copyOf(lasts, newSize * 2);
    }
    System.arraycopy(firsts, to, firsts, from + 1, size - to);
    System.arraycopy(lasts, to, lasts, from + 1, size - to);
    size = newSize;
  }
}
