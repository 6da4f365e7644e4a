package io.rowcall.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a stream when one part of a report is longer than any that an agent writes. A byte becomes
 * some 17 bytes of objects at most (empty arrays), so this bounds the memory of a hostile part.
 */
final class BoundedParts extends FilterInputStream {
  /** A full endpoint has 50 KB, a full finding as much; joined ones ten times that. */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private long read;
  private long end = MAX_BYTES;

  BoundedParts(InputStream in) {
    super(in);
  }

  /** From here on, another part. */
  void next() {
    end = read + MAX_BYTES;
  }

  @Override
  public int read() throws IOException {
    check();
    int value = super.read();
    read += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    check();
    int count = super.read(into, from, length);
    read += Math.max(0, count);
    return count;
  }

  private void check() throws IOException {
    if (read >= end) {
      throw new PartTooLong("at most " + MAX_BYTES + " bytes in one part, found more");
    }
  }

  /** The message says what was expected and found. */
  static final class PartTooLong extends IOException {
    private static final long serialVersionUID = 1;

    PartTooLong(String message) {
      super(message);
    }
  }
}
