package io.rowcall.boot.request;

import io.rowcall.boot.state.BindHash;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the values that a request has read from the columns of a few results. They show whether
 * the parameters of later executions came from there; no value can be restored from them.
 *
 * <p>Captured from the first two results of each statement, and again while a finding lacks
 * evidence. A getter costs the read of {@link #watching} while nobody watches. Written by the
 * thread that reads the result; a race loses evidence, never a count.
 */
public final class ColumnValues {
  private static final int MAX_RESULTS = 16;
  private static final int MAX_VALUES = 1024;

  /** Whether any request of the JVM has its columns watched. Plain: a late read loses evidence. */
  public static boolean watching;

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final int[] rows = new int[MAX_RESULTS];
  private int results;

  private byte[] resultOf = new byte[64];
  private int[] columns = new int[64];
  private @Nullable String[] labels = new @Nullable String[64];
  private long[] hashes = new long[64];
  private int size;
  private boolean truncated;

  ColumnValues() {
    watching = OPEN.incrementAndGet() > 0;
  }

  /** Stops watching. Called once, when the request is released. */
  void close() {
    watching = OPEN.decrementAndGet() > 0;
  }

  /** Watches the result of the execution in a row of the log. */
  void watch(int row) {
    if (results < MAX_RESULTS) {
      rows[results++] = row;
    }
  }

  void record(int row, int column, @Nullable String label, long hash) {
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
      truncated = true;
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

  /** Copies the values of a result in another log's row, which is {@code row} here. */
  void copy(ColumnValues other, int otherRow, int row) {
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

  void moveRows(int[] movedTo) {
    for (int i = 0; i < results; i++) {
      rows[i] = movedTo[rows[i]];
    }
  }

  public int size() {
    return size;
  }

  /** Whether there were more values than are kept. */
  public boolean isTruncated() {
    return truncated;
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
   * Whether different hashes mean different values: both are numbers, or texts, or UUIDs. Equal
   * hashes mean equal values in any case.
   */
  public static boolean areComparable(long hash, long other) {
    return BindHash.areComparable(hash, other);
  }

  /** Whether a hash is that of null, which identifies no row. */
  public static boolean isNull(long hash) {
    return hash == BindHash.NULL;
  }
}
