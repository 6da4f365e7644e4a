package io.rowcall.boot.request;

import io.rowcall.boot.state.BoundValues;
import java.util.Arrays;

/**
 * Hashes of the parameters of a request's executions, to be compared with {@link ColumnValues} and
 * kept only by requests that have some of these.
 *
 * <p>Bounded to the first parameters of the first executions; there is no evidence beyond.
 */
public final class ParameterValues {
  private static final int MAX_VALUES = 8192;
  private static final int MAX_PARAMETERS = 32;

  /** By row of the log, the index of its values plus one; 0 for none. */
  private int[] starts = new int[64];

  /** For each execution, the number of its parameters, and their hashes. */
  private long[] values = new long[128];

  private int size;

  void record(int row, BoundValues bound) {
    int count = Math.min(bound.count(), MAX_PARAMETERS);
    if (!hasRoomFor(row, count)) {
      return;
    }
    starts[row] = size + 1;
    values[size++] = count;
    for (int i = 0; i < count; i++) {
      values[size++] = bound.get(i);
    }
  }

  /** Records the only parameter of an execution. */
  void record(int row, long value) {
    if (hasRoomFor(row, 1)) {
      starts[row] = size + 1;
      values[size++] = 1;
      values[size++] = value;
    }
  }

  /** Copies the values of another log's row, which is {@code row} here. */
  void copy(ParameterValues other, int otherRow, int row) {
    int count = other.count(otherRow);
    if (count == 0 || !hasRoomFor(row, count)) {
      return;
    }
    starts[row] = size + 1;
    System.arraycopy(other.values, other.starts[otherRow] - 1, values, size, count + 1);
    size += count + 1;
  }

  private boolean hasRoomFor(int row, int count) {
    int end = size + count + 1;
    if (row < 0 || count == 0 || end > MAX_VALUES) {
      return false;
    }
    if (end > values.length) {
      values = Arrays.copyOf(values, Math.max(end, values.length * 2));
    }
    if (row >= starts.length) {
      starts = Arrays.copyOf(starts, Math.max(row + 1, starts.length * 2));
    }
    return true;
  }

  void moveRows(int[] movedTo) {
    int[] moved = new int[Math.max(starts.length, movedTo.length)];
    for (int row = 0; row < Math.min(starts.length, movedTo.length); row++) {
      moved[movedTo[row]] = starts[row];
    }
    starts = moved;
  }

  /** Parameters that are known of the execution in a row of the log. */
  public int count(int row) {
    return row < starts.length && starts[row] > 0 ? (int) values[starts[row] - 1] : 0;
  }

  /** The hash of parameter {@code i}, from 0; 0 when it was not set. */
  public long hash(int row, int i) {
    return values[starts[row] + i];
  }
}
