package io.rowcall.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that is measured, from outside or by itself. Ends with its measurement. */
final class Forked implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;
  private final Process process;
  private final long started = System.nanoTime();
  private final List<String> lines = new ArrayList<>();

  private Forked(Process process) {
    this.process = process;
  }

  static Forked java(Path folder, List<String> jvmArguments, String... rest) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
  String line(String mark) throws IOException {
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
  double cpuMillis() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  double wallMillis() {
    return (System.nanoTime() - started) / 1e6;
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
