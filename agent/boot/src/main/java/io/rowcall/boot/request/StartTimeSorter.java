package io.rowcall.boot.request;

import org.jspecify.annotations.Nullable;

/** Sorts rows by time: a stable merge sort without boxing. */
public final class StartTimeSorter {
  private StartTimeSorter() {}

  /** The rows in the order of their times; null when they are in order already. */
  static int @Nullable [] sort(long[] times, int size) {
    boolean sorted = true;
    for (int i = 1; i < size && sorted; i++) {
      sorted = times[i] - times[i - 1] >= 0;
    }
    if (sorted) {
      return null;
    }
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    int[] to = new int[size];
    for (int width = 1; width < size; width *= 2) {
      for (int low = 0; low < size; low += 2 * width) {
        merge(times, from, to, low, Math.min(low + width, size), Math.min(low + 2 * width, size));
      }
      int[] merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  private static void merge(long[] times, int[] from, int[] to, int low, int middle, int high) {
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          left < middle && (right >= high || times[from[left]] - times[from[right]] <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
