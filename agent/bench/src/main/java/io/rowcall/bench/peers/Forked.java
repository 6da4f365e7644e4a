package io.rowcall.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that is measured, from outside or by itself. Ends with its measurement. */
public final class Forked implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;
  private final Process process;
  private final long started = System.nanoTime();
  private final List<String> lines = new ArrayList<>();

  private Forked(Process process) {
    this.process = process;
  }

  /** Starts the Java that runs this. */
  static Forked java(Path folder, List<String> jvmArguments, String... rest) throws IOException {
    return java(Path.of(System.getProperty("java.home")), folder, jvmArguments, rest);
  }

  /** Starts the Java of a home, in a folder, with arguments for the JVM and others. */
  public static Forked java(Path home, Path folder, List<String> jvmArguments, String... rest)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of(rest));
    return new Forked(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  /**
   * Waits for a line that starts with {@code mark}.
   *
   * @throws IOException with the last lines, when the JVM ends without it or takes too long
   */
  public String line(String mark) throws IOException {
    Thread watch = watch();
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.startsWith(mark)) {
        watch.interrupt();
        return line;
      }
    }
    int from = Math.max(0, lines.size() - 3);
    throw new IOException("it ended without " + mark + ": " + lines.subList(from, lines.size()));
  }

  private Thread watch() {
    var watch =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException measured) {
                Thread.currentThread().interrupt();
              }
            });
    watch.setDaemon(true);
    watch.start();
    return watch;
  }

  /** CPU of all its threads so far, in ms, to about 10 ms. */
  public double cpuMillis() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  /** Since it was started. */
  double wallMillis() {
    return (System.nanoTime() - started) / 1e6;
  }

  /** Asks it to end, as a signal to terminate does, and waits until it has. */
  public void terminate() throws IOException, InterruptedException {
    // The process's own method would close its output, which it may still write to.
    process.toHandle().destroy();
    end();
  }

  /** Waits until it has ended by itself. */
  public void end() throws IOException, InterruptedException {
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
