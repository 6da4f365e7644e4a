package io.rowcall.core.findings.request;

import io.rowcall.boot.request.Request;
import java.util.Arrays;

/**
 * Counts distinct hashes, such as those of a statement's binds. Every request with a repeated
 * statement fills the table anew, so clearing it only advances a generation. Not thread-safe.
 */
public final class DistinctCounter {
  private long[] values = new long[128];
  private int[] generations = new int[128];
  private int generation = 1;
  private int size;
  private int distinct;

  /** The number of distinct binds among a statement's executions that did not fail. */
  public long countBinds(Request request, StatementGroup group) {
    clear();
    for (int i = 0; i < group.logged(); i++) {
      int row = group.row(i);
      if (!request.log.isFailed(row)) {
        add(request.log.bindHash(row));
      }
    }
    return distinct;
  }

  public void clear() {
    size = 0;
    distinct = 0;
    generation++;
    if (generation == 0) {
      Arrays.fill(generations, 0);
      generation = 1;
    }
  }

  public void add(long value) {
    size++;
    if (distinct * 2 == values.length) {
      grow();
    }
    insert(value);
  }

  private void insert(long value) {
    int index = index(value);
    while (generations[index] == generation) {
      if (values[index] == value) {
        return;
      }
      index = (index + 1) & (values.length - 1);
    }
    generations[index] = generation;
    values[index] = value;
    distinct++;
  }

  private int index(long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (values.length - 1);
  }

  private void grow() {
    long[] oldValues = values;
    int[] oldGenerations = generations;
    values = new long[oldValues.length * 2];
    generations = new int[values.length];
    distinct = 0;
    for (int i = 0; i < oldValues.length; i++) {
      if (oldGenerations[i] == generation) {
        insert(oldValues[i]);
      }
    }
  }

  /** The number of values added since the last {@link #clear()}. */
  public int size() {
    return size;
  }

  /** The number of distinct values among them. */
  public long distinct() {
    return distinct;
  }
}
