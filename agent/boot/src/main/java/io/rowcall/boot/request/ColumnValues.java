package io.rowcall.boot.request;

import io.rowcall.boot.state.BindHash;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the values that one request has read from the columns of a few results. They tell
 * whether the binds of later executions were made of them; no value can be read back.
 *
 * <p>Evidence, and taken as such: of the first two results of each statement, and again while a
 * finding lacks it. A getter that nobody watches costs the read of {@link #wanted}. Appended to by
 * the thread that reads the result; what a race loses is evidence, never a count.
 */
public final class ColumnValues {
  private static final int MAX_RESULTS = 16;
  private static final int MAX_VALUES = 1024;

  /** Whether any request of the JVM has its columns watched. Plain: a late look loses evidence. */
  public static boolean wanted;

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final int[] rows = new int[MAX_RESULTS];
  private int results;

  private byte[] resultOf = new byte[64];
  private int[] columns = new int[64];
  private @Nullable String[] labels = new @Nullable String[64];
  private long[] hashes = new long[64];
  private int size;
  private boolean cut;

  ColumnValues() {
    wanted = OPEN.incrementAndGet() > 0;
  }

  /** To be called once, when the request is done with. */
  void close() {
    wanted = OPEN.decrementAndGet() > 0;
  }

  /** Watches the result of the execution in a row of the log. */
  void watch(int row) {
    if (results < MAX_RESULTS) {
      rows[results++] = row;
    }
  }

  void read(int row, int column, @Nullable String label, long hash) {
    for (int result = results - 1; result >= 0; result--) {
      if (rows[result] == row) {
        append(result, column, label, hash);
        return;
      }
    }
  }

  private void append(int result, int column, @Nullable String label, long hash) {
    int i = size;
    if (i == MAX_VALUES) {
      cut = true;
      return;
    }
    if (i == hashes.length) {
      resultOf = Arrays.copyOf(resultOf, i * 2);
      columns = Arrays.copyOf(columns, i * 2);
      labels = Arrays.copyOf(labels, i * 2);
      hashes = Arrays.copyOf(hashes, i * 2);
    }
    resultOf[i] = (byte) result;
    columns[i] = column;
    labels[i] = label;
    hashes[i] = hash;
    size = i + 1;
  }

  /** Takes what was read from the result in another log's row, which is here in {@code row}. */
  void takeIn(ColumnValues other, int otherRow, int row) {
    for (int result = 0; result < other.results; result++) {
      if (other.rows[result] == otherRow && results < MAX_RESULTS) {
        rows[results] = row;
        for (int i = 0; i < other.size; i++) {
          if (other.resultOf[i] == result) {
            append(results, other.columns[i], other.labels[i], other.hashes[i]);
          }
        }
        results++;
      }
    }
  }

  /** The rows of the log have moved. */
  void move(int[] movedTo) {
    for (int i = 0; i < results; i++) {
      rows[i] = movedTo[rows[i]];
    }
  }

  /** How many values there are. */
  public int size() {
    return size;
  }

  /** Whether there were more values than are kept. */
  public boolean isCut() {
    return cut;
  }

  /** The row of the request's log that value {@code i} was read from. */
  public int row(int i) {
    return rows[resultOf[i]];
  }

  /** The column's position in the result, from 1; 0 when it was read by its label. */
  public int column(int i) {
    return columns[i];
  }

  /** The label by which the column was read, or null. */
  public @Nullable String label(int i) {
    return labels[i];
  }

  public long hash(int i) {
    return hashes[i];
  }

  /**
   * Whether two hashes are of values that can be told to differ: both numbers, or texts, or UUIDs.
   * Equal hashes are of equal values in any case.
   */
  public static boolean areComparable(long one, long other) {
    return BindHash.areComparable(one, other);
  }

  /** The hash of null, which names no row. */
  public static boolean isNull(long hash) {
    return hash == BindHash.NULL;
  }
}
