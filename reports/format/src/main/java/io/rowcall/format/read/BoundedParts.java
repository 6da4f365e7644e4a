package io.rowcall.format.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input stream that rejects a part of a report longer than any that agents write. One byte of JSON
 * becomes at most about 17 bytes of objects (empty arrays), so this bounds the memory of a hostile
 * part.
 */
final class BoundedParts extends FilterInputStream {
  /** A full endpoint or finding has 50 KB; merged ones have ten times as much. */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private long position;
  private long limit = MAX_BYTES;

  BoundedParts(InputStream in) {
    super(in);
  }

  /** Starts the next part. */
  void startPart() {
    limit = position + MAX_BYTES;
  }

  @Override
  public int read() throws IOException {
    checkLimit();
    int value = super.read();
    position += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    checkLimit();
    int count = super.read(buffer, offset, length);
    position += Math.max(0, count);
    return count;
  }

  private void checkLimit() throws IOException {
    if (position >= limit) {
      throw new PartTooLongException("at most " + MAX_BYTES + " bytes in one part, found more");
    }
  }

  /** The message states what was expected and found. */
  static final class PartTooLongException extends IOException {
    private static final long serialVersionUID = 1;

    PartTooLongException(String message) {
      super(message);
    }
  }
}
