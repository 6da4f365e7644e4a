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

/** Forked JVM to be measured. Killed when closed. */
public final class ForkedJvm implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 180;
  private final Process process;
  private final long started = System.nanoTime();
  private final List<String> lines = new ArrayList<>();

  private ForkedJvm(Process process) {
    this.process = process;
  }

  /** Starts the Java of the current JVM. */
  static ForkedJvm java(Path folder, List<String> jvmArguments, String... rest) throws IOException {
    return java(Path.of(System.getProperty("java.home")), folder, jvmArguments, rest);
  }

  /** Starts a Java in a directory. */
  public static ForkedJvm java(Path home, Path folder, List<String> jvmArguments, String... rest)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of(rest));
    return new ForkedJvm(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  /**
   * Waits for a line that starts with {@code prefix}.
   *
   * @throws IOException with the last lines, if the JVM exits without it or times out
   */
  public String line(String prefix) throws IOException {
    Thread watch = watch();
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.startsWith(prefix)) {
        watch.interrupt();
        return line;
      }
    }
    int from = Math.max(0, lines.size() - 3);
    throw new IOException("exited without " + prefix + ": " + lines.subList(from, lines.size()));
  }

  private Thread watch() {
    var watch =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
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

  /** CPU time of all threads so far, in ms, with a resolution of about 10 ms. */
  public double cpuMillis() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
  }

  /** Wall-clock time since its start. */
  double wallMillis() {
    return (System.nanoTime() - started) / 1e6;
  }

  /** Sends a termination signal, and waits for the exit. */
  public void terminate() throws IOException, InterruptedException {
    // Process.destroy would close its output, to which it may still write.
    process.toHandle().destroy();
    end();
  }

  /** Waits for the exit. */
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
