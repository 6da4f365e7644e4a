package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A real Prometheus, Debian's package, that scrapes every second. */
final class Prometheus implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/bin/prometheus");
  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path folder;
  private final int port;

  static boolean isInstalled() {
    return Files.isExecutable(BINARY);
  }

  Prometheus(Path folder, List<Integer> targets) throws IOException {
    this.folder = Files.createDirectories(folder);
    port = freePort();
    String list =
        targets.stream().map(t -> "'127.0.0.1:" + t + "'").collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: rowcall
            static_configs:
              - targets: [%s]
        """
            .formatted(list));
    process =
        new ProcessBuilder(
                BINARY.toString(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--enable-feature=exemplar-storage",
                "--web.listen-address=127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The series that a query of PromQL selects now. */
  JsonNode query(String promql) throws IOException {
    String text = URLEncoder.encode(promql, StandardCharsets.UTF_8);
    JsonNode answer = get("/api/v1/query?query=" + text);
    assertEquals("success", answer.path("status").asText(), () -> promql + ": " + answer);
    return answer.at("/data/result");
  }

  JsonNode exemplars(String selector) throws IOException {
    String text = URLEncoder.encode(selector, StandardCharsets.UTF_8);
    long now = System.currentTimeMillis() / 1_000;
    String range = "&start=" + (now - 600) + "&end=" + (now + 600);
    return get("/api/v1/query_exemplars?query=" + text + range).path("data");
  }

  /** Waits until a query gives exactly one value, and this one. */
  void awaitValue(String promql, double expected) {
    Await.until(() -> value(promql) == expected, TIMEOUT, () -> promql + ": " + show(promql));
  }

  /** Waits until a query gives anything. */
  void awaitAny(String promql) {
    Await.until(() -> !show(promql).equals("[]"), TIMEOUT, () -> "nothing for " + promql);
  }

  private double value(String promql) {
    try {
      JsonNode result = query(promql);
      return result.size() == 1 ? result.at("/0/value/1").asDouble() : Double.NaN;
    } catch (IOException starting) {
      return Double.NaN;
    }
  }

  private String show(String promql) {
    try {
      return query(promql).toString();
    } catch (IOException starting) {
      return "[]";
    }
  }

  private JsonNode get(String path) throws IOException {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return new ObjectMapper().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String log() {
    try {
      return Files.readString(folder.resolve("prometheus.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
