package io.rowcall.cli;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Input stream of a prefix followed by one gigabyte of repetitions, without an end. */
final class Endless extends InputStream {
  private static final long SIZE = 1_000_000_000L;

  private final byte[] prefix;
  private final byte[] repetition;
  private long position;

  Endless(String prefix, String repetition) {
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.repetition = repetition.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    if (position >= SIZE) {
      return -1;
    }
    long index = position++;
    return index < prefix.length
        ? prefix[(int) index]
        : repetition[(int) ((index - prefix.length) % repetition.length)];
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int count = (int) Math.min(length, SIZE - position);
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = (byte) read();
    }
    return count == 0 ? -1 : count;
  }

  /** Number of bytes read. */
  long bytesRead() {
    return position;
  }
}
