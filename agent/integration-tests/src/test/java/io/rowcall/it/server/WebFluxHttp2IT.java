package io.rowcall.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of HTTP/2 on Reactor Netty: many requests at once on one connection. */
@Tag("compat")
final class WebFluxHttp2IT {
  private static final int STREAMS = 40;
  private static final int SCHEMA = 8;

  @Test
  void countsEachStreamByItself(@TempDir Path folder) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    ServiceCommand command = ServiceCommand.of("webflux", folder).jvmArg("-Dhttp2=true");
    try (ServiceProcess service = command.start()) {
      // The first request is an upgrade, which counts once.
      assertQueryCount("2", get(client, service, "/repeat/upgrade/2").join());
      var responses = new ArrayList<CompletableFuture<HttpResponse<String>>>();
      for (int i = 0; i < STREAMS; i++) {
        responses.add(get(client, service, "/repeat/stream/" + (1 + i % 4)));
      }
      for (int i = 0; i < STREAMS; i++) {
        assertQueryCount("" + (1 + i % 4), responses.get(i).join());
      }
      assertEquals(5 * 128 * 1024, get(client, service, "/stream").join().body().length());
      service.terminate();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertExecutions(report, "GET /repeat/{name}/{n}", STREAMS + 1, 2 + STREAMS / 4 * 10);
    assertExecutions(report, "GET /stream", 1, 5);
    assertEquals(SCHEMA, report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("openRequests"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static CompletableFuture<HttpResponse<String>> get(
      HttpClient client, ServiceProcess service, String path) {
    URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
    return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void assertQueryCount(String expected, HttpResponse<String> response) {
    assertEquals(HttpClient.Version.HTTP_2, response.version());
    assertEquals(expected, response.headers().firstValue("X-Query-Count").orElse("none"));
  }

  private static void assertExecutions(Report report, String name, int requests, int executions) {
    JsonNode endpoint = report.endpoint(name);
    assertEquals(requests, endpoint.path("requests").asInt(), endpoint::toString);
    assertEquals(executions, endpoint.at("/executions/total").asInt(), endpoint::toString);
  }
}
