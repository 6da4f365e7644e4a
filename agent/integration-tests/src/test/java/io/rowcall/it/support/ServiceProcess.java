package io.rowcall.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A running service in a JVM of its own, which ends at the latest with {@link #close}. */
public final class ServiceProcess implements AutoCloseable {
  /** A whole application server on a busy machine takes a minute. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration ANSWER = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofSeconds(90);
  private static final String START = "rowcall: attached, version ";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path folder;
  private final int port;

  public ServiceProcess(List<String> command, Path folder) throws IOException {
    this.folder = folder;
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROWCALL_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    process = builder.start();
    // A build that is cut short leaves no service behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    try {
      Await.until(() -> !readyLine().isEmpty() || !process.isAlive(), PATIENCE, this::log);
      if (readyLine().isEmpty()) {
        throw new AssertionError(
            "ended with " + process.exitValue() + " before it served: " + log());
      }
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
    port = Integer.parseInt(readyLine().substring("READY ".length()));
  }

  /** Sends a GET. */
  public Answer get(String path) throws IOException {
    return send(request(path).GET().build(), path);
  }

  /** Sends a GET on behalf of a user. */
  public Answer getAs(String user, String path) throws IOException {
    return send(request(path).header("X-User", user).GET().build(), path);
  }

  /** Sends a POST, which the client never repeats by itself as it does with a GET. */
  public Answer post(String path) throws IOException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Host", "shop.example")
        .timeout(ANSWER);
  }

  private static Answer send(HttpRequest request, String path) throws IOException {
    try {
      return Answer.of(path, CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets the service exit by itself, with {@code System.exit(0)}. */
  public ServiceProcess exit() throws IOException {
    get("/shutdown");
    return ended();
  }

  /** SIGTERM. */
  public ServiceProcess terminate() {
    signal();
    return ended();
  }

  /** SIGTERM, without waiting for what it does. */
  public void signal() {
    process.destroy();
  }

  /** SIGKILL. */
  public ServiceProcess kill() {
    process.destroyForcibly();
    return ended();
  }

  /** Waits for the end. */
  public ServiceProcess ended() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + STOP + ": " + log());
      }
      return this;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int exitCode() {
    return process.exitValue();
  }

  public List<String> stdout() {
    return text("stdout").lines().toList();
  }

  public List<String> stderr() {
    return text("stderr").lines().toList();
  }

  /** The agent's lines on stderr, but for the one that every start has. */
  public List<String> agentLines() {
    return stderr().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("rowcall"))
        .filter(line -> !line.startsWith(START))
        .toList();
  }

  /** The lines that tell of a start. */
  public List<String> startLines() {
    return stderr().stream().filter(line -> line.startsWith(START)).toList();
  }

  private String readyLine() {
    String text = text("stdout");
    int start = text.indexOf("READY ");
    int end = text.indexOf('\n', Math.max(start, 0));
    return start < 0 || end < 0 ? "" : text.substring(start, end);
  }

  public String log() {
    return "\n" + text("stdout") + text("stderr");
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    ended();
  }
}
