package io.rowcall.load.service;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The app in a child JVM and a folder of its own, with or without the agent. */
public final class Service implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("ready on http://localhost:(\\d+) .*?: (.*)");

  private static final String GC_LOG = "gc.log";

  private final Process process;
  private final Path folder;
  private final int port;
  private final String conditions;

  private Service(Process process, Path folder, int port, String conditions) {
    this.process = process;
    this.folder = folder;
    this.port = port;
    this.conditions = conditions;
  }

  /**
   * Starts the app and waits until it is ready.
   *
   * @param folder working directory, which receives the agent's reports and the app's log
   * @throws IOException if the app is not ready within two minutes; the message holds its output
   */
  public static Service start(
      Path folder, @Nullable Path agent, List<String> arguments, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve("service.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-Xlog:gc:file=" + GC_LOG);
    if (agent != null) {
      command.add("-javaagent:" + agent.toAbsolutePath() + "=service=sample-app");
    }
    command.add("-cp");
    command.add(absoluteClassPath());
    command.add("io.rowcall.sample.Main");
    command.add("--port=0");
    command.add("--jdk-port=0");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().remove("DATABASE_URL");
    builder.environment().putAll(environment);
    Process process = builder.start();
    Matcher ready = awaitReady(process, log);
    return new Service(process, folder, Integer.parseInt(ready.group(1)), ready.group(2));
  }

  public int port() {
    return port;
  }

  /** Returns database, data and indexes, as the app prints them. */
  public String conditions() {
    return conditions;
  }

  /** Returns the CPU time of the process so far, or zero where the system does not provide it. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Returns the garbage collections so far. */
  public GcLog gcLog() throws IOException {
    return GcLog.read(folder.resolve(GC_LOG));
  }

  /** Sends SIGTERM, as a container would, so that the agent writes its last report. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Moves the agent's reports to a folder, replacing those of an earlier run. */
  public void collectReports(Path destination) throws IOException {
    Path written = folder.resolve("rowcall-reports");
    Files.createDirectories(destination);
    try (var older = Files.newDirectoryStream(destination, "rowcall-*.json")) {
      for (Path report : older) {
        Files.delete(report);
      }
    }
    if (Files.isDirectory(written)) {
      try (var reports = Files.list(written)) {
        for (Path report : reports.toList()) {
          Files.move(
              report,
              destination.resolve(report.getFileName()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }

  private static String absoluteClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Matcher awaitReady(Process process, Path log) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher ready = READY.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (ready.find()) {
        return ready;
      }
      LockSupport.parkNanos(50_000_000);
    }
    process.destroyForcibly();
    throw new IOException(
        "the app did not become ready; its output:\n"
            + Files.readString(log, StandardCharsets.UTF_8));
  }
}
