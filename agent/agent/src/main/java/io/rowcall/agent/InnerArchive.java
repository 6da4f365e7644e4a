package io.rowcall.agent;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Zip archive inside the agent's jar, with nearly everything that the agent consists of. The JVM
 * reads the directory of a jar before it can load the first class from it; three thousand entries
 * take 10 ms of CPU. Here they are read with the first class that is needed, which most programs
 * without JDBC and HTTP never load.
 *
 * <p>The jar stores the archive uncompressed, so that its stream skips to any file without reading
 * what is before it. The archive is written by the build: no comment, no encryption, no Zip64.
 *
 * <p>Any thread.
 */
final class InnerArchive {
  static final String PATH = "rowcall/agent.zip";

  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_BYTES = 46;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_BYTES = 30;
  private static final int DEFLATED = 8;

  private final JarFile jar;
  private final JarEntry archive;

  /** The directory of the archive, as it is on disk. */
  private final byte[] directory;

  /** By hash of the name: one more than the number of the last entry of that hash. */
  private final int[] buckets;

  /** By entry: the one before of the same hash, and the offset in the directory. */
  private final int[] chained;

  private final int[] offsets;

  private final Inflater inflater = new Inflater(true);

  InnerArchive(JarFile jar) throws IOException {
    this.jar = jar;
    JarEntry stored = jar.getJarEntry(PATH);
    if (stored == null || stored.getMethod() != JarEntry.STORED) {
      throw damaged();
    }
    archive = stored;
    byte[] end = bytes(archive.getSize() - END_BYTES, END_BYTES);
    if (int32(end, 0) != END_SIGNATURE) {
      throw damaged();
    }
    int entries = int16(end, 10);
    directory = bytes(int32(end, 16), int32(end, 12));
    buckets = new int[Integer.highestOneBit(Math.max(entries, 1)) << 1];
    chained = new int[entries];
    offsets = new int[entries];
    for (int i = 0, offset = 0; i < entries; i++) {
      if (int32(directory, offset) != ENTRY_SIGNATURE) {
        throw damaged();
      }
      int length = int16(directory, offset + 28);
      int bucket = hash(offset + ENTRY_BYTES, length) & (buckets.length - 1);
      offsets[i] = offset;
      chained[i] = buckets[bucket];
      buckets[bucket] = i + 1;
      offset +=
          ENTRY_BYTES + length + int16(directory, offset + 30) + int16(directory, offset + 32);
    }
  }

  /** The hash of {@link String#hashCode}, of an ASCII name. */
  private int hash(int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + directory[i];
    }
    return hash;
  }

  /** Reads a file; null if there is none of this name. */
  byte @Nullable [] read(String name) throws IOException {
    byte[] ascii = name.getBytes(StandardCharsets.UTF_8);
    for (int i = buckets[name.hashCode() & (buckets.length - 1)]; i != 0; i = chained[i - 1]) {
      int offset = offsets[i - 1];
      if (isNamed(offset, ascii)) {
        return content(offset);
      }
    }
    return null;
  }

  private boolean isNamed(int offset, byte[] name) {
    if (int16(directory, offset + 28) != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (directory[offset + ENTRY_BYTES + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private byte[] content(int offset) throws IOException {
    int local = int32(directory, offset + 42);
    int packed = int32(directory, offset + 20);
    int size = int32(directory, offset + 24);
    byte[] header = bytes(local, LOCAL_BYTES);
    byte[] found = bytes(local + LOCAL_BYTES + int16(header, 26) + int16(header, 28), packed);
    return int16(directory, offset + 10) == DEFLATED ? inflate(found, size) : found;
  }

  private synchronized byte[] inflate(byte[] packed, int size) throws IOException {
    byte[] content = new byte[size];
    inflater.reset();
    inflater.setInput(packed);
    try {
      for (int done = 0, n = 1; done < size && n > 0; done += n) {
        n = inflater.inflate(content, done, size - done);
      }
    } catch (DataFormatException unreadable) {
      throw damaged();
    }
    return content;
  }

  /** Reads from the archive. */
  private byte[] bytes(long from, int count) throws IOException {
    byte[] read = new byte[count];
    try (InputStream in = jar.getInputStream(archive)) {
      for (long left = from; left > 0; ) {
        long skipped = in.skip(left);
        if (skipped <= 0) {
          throw new EOFException(jar.getName());
        }
        left -= skipped;
      }
      for (int done = 0; done < count; ) {
        int n = in.read(read, done, count - done);
        if (n < 0) {
          throw new EOFException(jar.getName());
        }
        done += n;
      }
    }
    return read;
  }

  private IOException damaged() {
    return new IOException(jar.getName() + " is damaged: " + PATH + " is unreadable");
  }

  private static int int16(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8;
  }

  private static int int32(byte[] bytes, int offset) {
    return int16(bytes, offset) | int16(bytes, offset + 2) << 16;
  }
}
