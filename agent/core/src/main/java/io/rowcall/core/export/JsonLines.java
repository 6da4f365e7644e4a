package io.rowcall.core.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A log file of JSON lines. Lines are queued, at most {@value #MAX_WAITING}, and written by the
 * agent's thread; what finds no place is counted, and nobody waits.
 */
final class JsonLines {
  private static final int MAX_WAITING = 8_192;

  private final File file;
  private final ArrayBlockingQueue<ObjectNode> waiting =
      new ArrayBlockingQueue<ObjectNode>(MAX_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable Writer writer;
  private volatile boolean stuck;

  JsonLines(String file) {
    this.file = new File(file);
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
    Writer out = writer;
    if (out == null) {
      File directory = file.getAbsoluteFile().getParentFile();
      if (directory != null && !directory.isDirectory() && !directory.mkdirs()) {
        throw new IOException("the folder " + directory + " cannot be made");
      }
      out =
          new BufferedWriter(
              new OutputStreamWriter(new FileOutputStream(file, true), StandardCharsets.UTF_8));
      writer = out;
    }
    int taken = 0;
    try {
      for (ObjectNode line = waiting.poll(); line != null; line = waiting.poll()) {
        taken++;
        out.write(line.toString());
        out.write('\n');
      }
      out.flush();
      stuck = false;
    } catch (IOException notWritten) {
      dropped.addAndGet(taken);
      throw notWritten;
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
