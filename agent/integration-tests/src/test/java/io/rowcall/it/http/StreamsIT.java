package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that are meant to stay open, an event stream and a long poll, are not slow requests. A
 * request that blocks its thread for as long is one.
 */
final class StreamsIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Test
  void reportsOnlyTheBlockingRequestAsSlow(@TempDir Path folder) throws IOException {
    ServiceCommand command =
        ServiceCommand.of("petclinic", folder)
            .with("slow-request", "700ms")
            .with("warmup.requests", 0)
            .with("warmup", "0s");
    try (ServiceProcess service = command.start()) {
      // Warm-up: the first requests are slow in a cold JVM.
      service.get("/news/waiting");
      service.get("/news/publish");
      CompletableFuture<ServiceResponse> stream = getAsync(service, "/news/stream");
      CompletableFuture<ServiceResponse> poll = getAsync(service, "/news/next");
      Await.until(() -> text(service, "/news/waiting").equals("2"), TIMEOUT, () -> "not waiting");
      assertEquals(200, service.get("/news/archive").status());
      assertEquals(200, service.get("/news/publish").status());
      assertEquals("data:news", stream.join().text().strip());
      assertEquals("news", poll.join().text());
      service.exit();
    }
    Report report = Report.in(folder);
    for (String route : List.of("/news/stream", "/news/next", "/news/archive")) {
      double millis = report.endpoint(route).at("/latencyMillis/max").asDouble();
      assertTrue(millis >= 1_000, () -> route + " took " + millis);
    }
    List<String> slow =
        report
            .elements("slowRequests")
            .map(request -> request.path("endpoint").asText())
            .filter(name -> name.matches("GET /news/(stream|next|archive)"))
            .toList();
    assertEquals(List.of("GET /news/archive"), slow);
    List<String> findings =
        report
            .elements("findings")
            .filter(finding -> finding.path("class").asText().equals("slow-request"))
            .map(finding -> finding.path("endpoint").asText())
            .filter(name -> name.matches("GET /news/(stream|next|archive)"))
            .toList();
    assertEquals(List.of("GET /news/archive"), findings);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static CompletableFuture<ServiceResponse> getAsync(ServiceProcess service, String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return service.get(path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String text(ServiceProcess service, String path) {
    try {
      return service.get(path).text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
