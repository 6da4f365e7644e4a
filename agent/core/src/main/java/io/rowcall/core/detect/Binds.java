package io.rowcall.core.detect;

import io.rowcall.boot.Request;
import java.util.Arrays;

/** Counts the different sets of binds of a group's executions that did not fail. */
final class Binds {
  private long[] sorted = new long[64];
  private int size;

  long distinct(Request request, Group group) {
    clear();
    for (int i = 0; i < group.logged; i++) {
      int row = group.rowsOfLog[i];
      if (!request.failedExecution(row)) {
        put(request.binds[row]);
      }
    }
    return distinct();
  }

  void clear() {
    size = 0;
  }

  void put(long value) {
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, sorted.length * 2);
    }
    sorted[size++] = value;
  }

  int size() {
    return size;
  }

  /** How many of the values that were put differ. */
  long distinct() {
    Arrays.sort(sorted, 0, size);
    long distinct = size == 0 ? 0 : 1;
    for (int i = 1; i < size; i++) {
      if (sorted[i] != sorted[i - 1]) {
        distinct++;
      }
    }
    return distinct;
  }
}
