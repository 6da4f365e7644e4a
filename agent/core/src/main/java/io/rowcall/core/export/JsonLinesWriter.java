package io.rowcall.core.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A log file of JSON lines. Lines are queued, at most {@value #MAX_WAITING}, and written by the
 * agent's thread; what finds no place is counted, and nobody waits.
 *
 * <p>The file is the one of that name at the moment of writing: when it, or its folder, was moved
 * or removed, a new one is made. A line that a failure or another process has left unfinished is
 * ended before the next one begins.
 */
final class JsonLinesWriter {
  private static final int MAX_WAITING = 8_192;

  /** Lines that are written at once; 8,192 long ones would be a heap of their own. */
  private static final int BATCH = 256;

  private final Path file;
  private final ArrayBlockingQueue<ObjectNode> waiting =
      new ArrayBlockingQueue<ObjectNode>(MAX_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable FileChannel channel;

  /** Which file {@link #channel} writes to; null where the file system does not tell. */
  private @Nullable Object key;

  private volatile boolean stuck;

  JsonLinesWriter(String file) {
    this.file = new File(file).toPath();
  }

  static ObjectNode line() {
    return JsonNodeFactory.instance.objectNode();
  }

  void add(ObjectNode line) {
    if (!waiting.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  /** Writes what waits. The agent's thread, or the shutdown hook's. */
  synchronized void flush() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    stuck = true;
    while (!waiting.isEmpty()) {
      FileChannel out = opened();
      int taken = 0;
      boolean written = false;
      try {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(4_096);
        Writer text = new OutputStreamWriter(lines, StandardCharsets.UTF_8);
        for (ObjectNode line = waiting.poll(); line != null; ) {
          taken++;
          text.write(line.toString());
          text.write('\n');
          line = taken == BATCH ? null : waiting.poll();
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

  private FileChannel opened() throws IOException {
    FileChannel open = channel;
    if (open != null && open.isOpen() && isInPlace()) {
      return open;
    }
    close();
    PrivateFiles.makeFolderOf(file);
    boolean inALine = endsInALine();
    open = PrivateFiles.append(file);
    channel = open;
    key = keyOfFile();
    if (inALine) {
      open.write(ByteBuffer.wrap(new byte[] {'\n'}));
    }
    return open;
  }

  private boolean isInPlace() {
    try {
      Object now = keyOfFile();
      return now == null ? key == null : now.equals(key);
    } catch (IOException gone) {
      return false;
    }
  }

  private @Nullable Object keyOfFile() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /** Whether the file's last line has no end. */
  private boolean endsInALine() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel in =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long size = in.size();
      return size > 0 && in.read(last, size - 1) == 1 && last.get(0) != '\n';
    } catch (IOException notReadable) {
      return false; // A file that may only be written is a log, too.
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

  /** Lines that are lost, and those that wait behind a failure. */
  long dropped() {
    return dropped.get() + (stuck ? waiting.size() : 0);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
