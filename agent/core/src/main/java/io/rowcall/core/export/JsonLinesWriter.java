package io.rowcall.core.export;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Log file of JSON lines. At most {@value #CAPACITY} lines are queued for the agent's thread to
 * write; further lines are dropped and counted, and no thread waits.
 *
 * <p>When the file or its folder is moved or removed, a new one is created, so log rotation works.
 * A line that a failure or another process left unfinished is terminated before the next one.
 */
final class JsonLinesWriter {
  private static final int CAPACITY = 8_192;

  /** Lines per write; 8,192 long ones at once would need a lot of memory. */
  private static final int BATCH = 256;

  private final Path file;
  private final ArrayBlockingQueue<JsonLine> queue = new ArrayBlockingQueue<JsonLine>(CAPACITY);
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable FileChannel channel;

  /** Identity of the file behind {@link #channel}; null where the file system has none. */
  private @Nullable Object fileKey;

  private volatile boolean stuck;

  JsonLinesWriter(String file) {
    this.file = new File(file).toPath();
  }

  void add(JsonLine line) {
    if (!queue.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  /** Writes the queued lines. Called by the agent's thread or the shutdown hook. */
  synchronized void flush() throws IOException {
    if (queue.isEmpty()) {
      return;
    }
    stuck = true;
    while (!queue.isEmpty()) {
      FileChannel out = open();
      int taken = 0;
      boolean written = false;
      try {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(4_096);
        Writer text = new OutputStreamWriter(lines, StandardCharsets.UTF_8);
        for (JsonLine line = queue.poll(); line != null; ) {
          taken++;
          line.write(text);
          text.write('\n');
          line = taken == BATCH ? null : queue.poll();
        }
        text.flush();
        ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        written = true;
      } finally {
        if (!written) {
          dropped.addAndGet(taken);
          close();
        }
      }
    }
    stuck = false;
  }

  private FileChannel open() throws IOException {
    FileChannel open = channel;
    if (open != null && open.isOpen() && isInPlace()) {
      return open;
    }
    close();
    PrivateFiles.createFolderOf(file);
    boolean unterminated = isLastLineUnterminated();
    open = PrivateFiles.append(file);
    channel = open;
    fileKey = currentFileKey();
    if (unterminated) {
      open.write(ByteBuffer.wrap(new byte[] {'\n'}));
    }
    return open;
  }

  private boolean isInPlace() {
    try {
      Object now = currentFileKey();
      return Objects.equals(now, fileKey);
    } catch (IOException gone) {
      return false;
    }
  }

  private @Nullable Object currentFileKey() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  private boolean isLastLineUnterminated() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel in =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long size = in.size();
      return size > 0 && in.read(last, size - 1) == 1 && last.get(0) != '\n';
    } catch (IOException notReadable) {
      return false; // A log may be write-only.
    }
  }

  private void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException nothingLeftToDo) {
        return;
      }
    }
  }

  /** Lines lost, including those that are stuck behind a failure. */
  long dropped() {
    return dropped.get() + (stuck ? queue.size() : 0);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
