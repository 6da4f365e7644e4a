package io.rowcall.boot.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of a statement's parameters: for each the value that was set last. They persist across
 * executions until they are set again or cleared, as JDBC has it. And the open batch.
 *
 * <p>One object of some 90 bytes per statement that has more than one parameter or a batch, kept on
 * the statement and confined to the thread that uses it. Setting is one store.
 */
public final class BoundValues {
  private static final long[] NO_NAMES = new long[0];

  /** By position, the first at 0; 0 for none. */
  private long[] values = new long[4];

  private int size;

  /** For named parameters, the hash of the name and the value, alternating. */
  private long[] named = NO_NAMES;

  /** Commands in the open batch. */
  private int batchSize;

  /** Hash of the values bound in the open batch. */
  private long batchHash;

  /** Hash of a single value, as {@link #hash} of it alone. */
  public static long hashOfFirst(long value) {
    return value == 0 ? 0 : ValueHash.placed(0, value);
  }

  public void set(int position, long value) {
    int index = position - 1;
    if (index < 0 || index > Short.MAX_VALUE * 2) {
      return;
    }
    if (index >= values.length) {
      values = Arrays.copyOf(values, Math.max(index + 1, values.length * 2));
    }
    values[index] = value;
    if (index >= size) {
      size = index + 1;
    }
  }

  public void set(@Nullable String name, long value) {
    long key = name == null ? 0 : name.hashCode();
    for (int i = 0; i < named.length; i += 2) {
      if (named[i] == key) {
        named[i + 1] = value;
        return;
      }
    }
    named = Arrays.copyOf(named, named.length + 2);
    named[named.length - 2] = key;
    named[named.length - 1] = value;
  }

  /** Clears the parameters. */
  public void clear() {
    Arrays.fill(values, 0, size, 0);
    size = 0;
    named = NO_NAMES;
  }

  /** Hash of all values, whatever the order in which they were set; 0 for none. */
  public long hash() {
    long hash = 0;
    for (int i = 0; i < size; i++) {
      if (values[i] != 0) {
        hash += ValueHash.placed(i, values[i]);
      }
    }
    for (int i = 0; i < named.length; i += 2) {
      hash += ValueHash.placed((int) named[i], named[i + 1]);
    }
    return hash;
  }

  /** Number of parameters; named ones come after those with a position. */
  public int count() {
    return size + named.length / 2;
  }

  /** The value of parameter {@code i}, from 0. */
  public long get(int i) {
    return i < size ? values[i] : named[2 * (i - size) + 1];
  }

  // ---- Batch ----

  /** Adds a command with the given hash of its values. */
  public void addToBatch(long hash) {
    batchHash = batchSize == 0 ? hash : BindHash.mix(batchHash, hash);
    batchSize++;
  }

  public int batchSize() {
    return batchSize;
  }

  public long batchHash() {
    return batchHash;
  }

  public void resetBatch() {
    batchSize = 0;
    batchHash = 0;
  }
}
