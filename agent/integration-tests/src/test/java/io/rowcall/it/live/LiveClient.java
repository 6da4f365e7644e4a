package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Client of the live view of a service, whose address it reads from the agent's log. */
record LiveClient(URI url) {
  private static final String LINE = "live view at ";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static LiveClient of(ServiceProcess service) {
    Await.until(
        () -> service.agentLines().stream().anyMatch(line -> line.contains(LINE)),
        TIMEOUT,
        service::output);
    String line =
        service.agentLines().stream().filter(l -> l.contains(LINE)).findFirst().orElseThrow();
    return new LiveClient(URI.create(line.substring(line.indexOf(LINE) + LINE.length())));
  }

  int port() {
    return url.getPort();
  }

  String get(String path) throws IOException {
    try {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).build(),
              BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), response::body);
      return response.body();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Report report() throws IOException {
    JsonNode json = new ObjectMapper().readTree(get("/report.json"));
    return new Report(json);
  }

  /** Waits until the service has counted this many requests. */
  void awaitRequests(long requests) {
    Await.until(
        () -> {
          try {
            return report().total("requests") == requests;
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        TIMEOUT,
        () -> "no " + requests + " requests at " + url);
  }
}
