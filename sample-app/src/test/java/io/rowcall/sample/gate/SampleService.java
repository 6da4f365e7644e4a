package io.rowcall.sample.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** The packaged sample app with the agent, in a JVM and a folder of its own. */
final class SampleService implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready on http://localhost:(\\d+) ");

  private static final Pattern LIVE = Pattern.compile("live view at http://127.0.0.1:(\\d+)/");

  private final Process process;
  private final Path log;
  private final String base;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong queries = new AtomicLong();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private SampleService(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.base = "http://localhost:" + port;
  }

  /**
   * Starts the app, and waits until it is ready.
   *
   * @param classes prepended to the app's class path; may be empty
   */
  static SampleService start(Path folder, List<Path> classes) throws IOException {
    return start(folder, classes, "");
  }

  /**
   * Starts the app with arguments of the agent.
   *
   * @param agentArguments with an equals sign in front; may be empty
   */
  static SampleService start(Path folder, List<Path> classes, String agentArguments)
      throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve("service.log");
    var path = new StringBuilder();
    classes.forEach(each -> path.append(each.toAbsolutePath()).append(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Jars.java(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + Jars.AGENT + agentArguments,
                "-cp",
                path.append(Jars.APP).toString(),
                "io.rowcall.sample.Main",
                "--port=0",
                "--jdk-port=0",
                "--data=small",
                "--cache=none")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher ready = READY.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (ready.find()) {
        return new SampleService(process, log, Integer.parseInt(ready.group(1)));
      }
      LockSupport.parkNanos(50_000_000);
    }
    process.destroyForcibly();
    return Assertions.fail("it did not become ready: " + Files.readString(log));
  }

  void get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Session-Key", "session-of-user-kevy")
            .header("X-User-Id", "user-kevy")
            .timeout(Duration.ofMinutes(1))
            .build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), () -> path + ": " + response.body());
    requests.incrementAndGet();
    queries.addAndGet(response.headers().firstValueAsLong("X-Query-Count").orElse(0));
  }

  /** Successful requests so far. */
  long requests() {
    return requests.get();
  }

  /** Sum of the query counts in their responses. */
  long queries() {
    return queries.get();
  }

  /** The port of the agent's live view, which serves before the app is ready. */
  int livePort() {
    try {
      Matcher live = LIVE.matcher(Files.readString(log, StandardCharsets.UTF_8));
      assertTrue(live.find(), "no live view");
      return Integer.parseInt(live.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends SIGTERM, as a container would, so that the agent writes its last report. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, "it did not end");
  }
}
