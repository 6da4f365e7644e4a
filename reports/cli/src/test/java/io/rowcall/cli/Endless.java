package io.rowcall.cli;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A start, something over and over again for a gigabyte, and no end. */
final class Endless extends InputStream {
  private static final long SIZE = 1_000_000_000L;

  private final byte[] start;
  private final byte[] again;
  private long at;

  Endless(String start, String again) {
    this.start = start.getBytes(StandardCharsets.UTF_8);
    this.again = again.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int read() {
    if (at >= SIZE) {
      return -1;
    }
    long now = at++;
    return now < start.length
        ? start[(int) now]
        : again[(int) ((now - start.length) % again.length)];
  }

  @Override
  public int read(byte[] into, int from, int length) {
    int count = (int) Math.min(length, SIZE - at);
    for (int i = 0; i < count; i++) {
      into[from + i] = (byte) read();
    }
    return count == 0 ? -1 : count;
  }

  /** How much was taken. */
  long given() {
    return at;
  }
}
