package io.rowcall.bench.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Unbounded pipe within one thread. A read of an empty pipe is its end. */
final class MemoryPipe {
  /** Called by {@link OutputStream#flush}. */
  interface Flush {
    void run() throws IOException;
  }

  private final Flush flush;
  private final InputStream in = new In();
  private final OutputStream out = new Out();
  private byte[] bytes = new byte[16_384];
  private int read;
  private int written;

  MemoryPipe(Flush flush) {
    this.flush = flush;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  private final class Out extends OutputStream {
    @Override
    public void write(int b) {
      reserve(1);
      bytes[written++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      reserve(length);
      System.arraycopy(source, offset, bytes, written, length);
      written += length;
    }

    @Override
    public void flush() throws IOException {
      flush.run();
    }

    private void reserve(int length) {
      if (written + length > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * (written + length));
      }
    }
  }

  private final class In extends InputStream {
    @Override
    public int available() {
      return written - read;
    }

    @Override
    public int read() {
      if (read == written) {
        return -1;
      }
      int b = bytes[read++] & 0xff;
      rewind();
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (read == written && length > 0) {
        return -1;
      }
      int count = Math.min(length, written - read);
      System.arraycopy(bytes, read, target, offset, count);
      read += count;
      rewind();
      return count;
    }

    private void rewind() {
      if (read == written) {
        read = 0;
        written = 0;
      }
    }
  }
}
