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

/** Running service in its own JVM. {@link #close} kills it if it is still running. */
public final class ServiceProcess implements AutoCloseable {
  /** An application server takes a minute to start on a busy machine. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

  private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration STACKS_TIMEOUT = Duration.ofSeconds(10);
  private static final String STARTUP_LINE = "rowcall: attached, version ";
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
    // An interrupted build leaves no service behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    try {
      Await.until(() -> !readyLine().isEmpty() || !process.isAlive(), START_TIMEOUT, this::stacks);
      if (readyLine().isEmpty()) {
        throw new AssertionError(
            "exited with " + process.exitValue() + " before it was ready: " + output());
      }
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
    port = Integer.parseInt(readyLine().substring("READY ".length()));
  }

  /** Sends a GET. */
  public ServiceResponse get(String path) throws IOException {
    return send(request(path).GET().build(), path);
  }

  /** Sends a GET on behalf of a user. */
  public ServiceResponse getAs(String user, String path) throws IOException {
    return send(request(path).header("X-User", user).GET().build(), path);
  }

  /** Sends a GET with a header. */
  public ServiceResponse getWith(String header, String value, String path) throws IOException {
    return send(request(path).header(header, value).GET().build(), path);
  }

  /** Sends a POST, which the client never retries, unlike a GET. */
  public ServiceResponse post(String path) throws IOException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Host", "shop.example")
        .timeout(REQUEST_TIMEOUT);
  }

  private static ServiceResponse send(HttpRequest request, String path) throws IOException {
    try {
      return ServiceResponse.of(path, CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes the service call {@code System.exit(0)}, and waits for its end. */
  public ServiceProcess exit() throws IOException {
    get("/shutdown");
    return awaitExit();
  }

  /** Sends SIGTERM, and waits for the end of the process. */
  public ServiceProcess terminate() {
    sendSigterm();
    return awaitExit();
  }

  /** Sends SIGTERM without waiting. */
  public void sendSigterm() {
    process.destroy();
  }

  /** Sends SIGKILL, and waits for the end of the process. */
  public ServiceProcess kill() {
    process.destroyForcibly();
    return awaitExit();
  }

  /** Waits for the end of the process. */
  public ServiceProcess awaitExit() {
    try {
      if (!process.waitFor(EXIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + EXIT_TIMEOUT + ": " + stacks());
      }
      return this;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The port on the loopback address. */
  public int port() {
    return port;
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

  /** The agent's lines on stderr, without the startup line. */
  public List<String> agentLines() {
    return stderr().stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("rowcall"))
        .filter(line -> !line.startsWith(STARTUP_LINE))
        .toList();
  }

  /** The lines with which the agent reports that it is attached. */
  public List<String> startupLines() {
    return stderr().stream().filter(line -> line.startsWith(STARTUP_LINE)).toList();
  }

  private String readyLine() {
    String text = text("stdout");
    int start = text.indexOf("READY ");
    int end = text.indexOf('\n', Math.max(start, 0));
    return start < 0 || end < 0 ? "" : text.substring(start, end);
  }

  /** The whole output of the service, for failure messages. */
  public String output() {
    return "\n" + text("stdout") + text("stderr");
  }

  /**
   * The output, with the stacks of all threads: the JVM prints them even if they are deadlocked.
   */
  public String stacks() {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
      Await.until(
          () -> text("stdout").contains("JNI global ref") || !isAlive(),
          STACKS_TIMEOUT,
          this::output);
    } catch (IOException | AssertionError noStacks) {
      return output();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return output();
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
    awaitExit();
  }
}
