package io.rowcall.sample.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/** A real Prometheus, Debian's package, that scrapes several instances every second. */
final class ScrapedInstances implements AutoCloseable {
  private static final Path BINARY = Path.of("/usr/bin/prometheus");
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  static boolean canRun() {
    return Files.isExecutable(BINARY);
  }

  ScrapedInstances(Path folder, List<Integer> ports) throws IOException {
    Files.createDirectories(folder);
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String targets =
        ports.stream().map(each -> "'127.0.0.1:" + each + "'").collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s}
        scrape_configs: [{job_name: sample, static_configs: [{targets: [%s]}]}]
        """
            .formatted(targets));
    process =
        new ProcessBuilder(
                BINARY.toString(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
  }

  /** Waits until a query gives the value. */
  void await(String promql, long expected) throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    String answer = "";
    while (System.nanoTime() < end) {
      try {
        JsonNode result = query(promql);
        answer = result.toString();
        if (result.size() == 1 && result.at("/0/value/1").asDouble() == expected) {
          return;
        }
      } catch (IOException starting) {
        answer = starting.toString();
      }
      LockSupport.parkNanos(200_000_000);
    }
    Assertions.fail(promql + ": expected " + expected + ", found " + answer);
  }

  private JsonNode query(String promql) throws IOException, InterruptedException {
    String text = URLEncoder.encode(promql, StandardCharsets.UTF_8);
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + text);
    var response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(response.body()).at("/data/result");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
