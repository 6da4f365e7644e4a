package io.rowcall.core.findings;

import io.rowcall.boot.request.Request;
import java.util.Arrays;

/**
 * Counts the different sets of binds of a group's executions that did not fail: a table of hashes
 * that is emptied by a new turn, because every request with a repeat fills it.
 */
final class DistinctCounter {
  private long[] values = new long[128];
  private int[] turns = new int[128];
  private int turn = 1;
  private int size;
  private int distinct;

  long distinct(Request request, StatementGroup group) {
    clear();
    for (int i = 0; i < group.logged; i++) {
      int row = group.rowsOfLog[i];
      if (!request.failedExecution(row)) {
        put(request.binds[row]);
      }
    }
    return distinct;
  }

  void clear() {
    size = 0;
    distinct = 0;
    turn++;
    if (turn == 0) {
      Arrays.fill(turns, 0);
      turn = 1;
    }
  }

  void put(long value) {
    size++;
    if (distinct * 2 == values.length) {
      enlarge();
    }
    add(value);
  }

  private void add(long value) {
    int at = slot(value);
    while (turns[at] == turn) {
      if (values[at] == value) {
        return;
      }
      at = (at + 1) & (values.length - 1);
    }
    turns[at] = turn;
    values[at] = value;
    distinct++;
  }

  private int slot(long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (values.length - 1);
  }

  private void enlarge() {
    long[] before = values;
    int[] turnsBefore = turns;
    values = new long[before.length * 2];
    turns = new int[values.length];
    distinct = 0;
    for (int i = 0; i < before.length; i++) {
      if (turnsBefore[i] == turn) {
        add(before[i]);
      }
    }
  }

  int size() {
    return size;
  }

  /** How many of the values that were put differ. */
  long distinct() {
    return distinct;
  }
}
