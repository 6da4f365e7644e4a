package io.rowcall.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is meant to last is no slow request: a stream of events, and an answer that waits for news.
 * One that keeps its thread as long is.
 */
final class StreamsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void callsSlowWhatWasMeantToBeOver(@TempDir Path folder) throws IOException {
    ServiceCommand command =
        ServiceCommand.of("petclinic", folder)
            .with("slow-request", "700ms")
            .with("warmup.requests", 0)
            .with("warmup", "0s");
    try (ServiceProcess service = command.start()) {
      // What a cold JVM takes its time for is slow, and of no interest here.
      service.get("/news/waiting");
      service.get("/news/publish");
      CompletableFuture<Answer> stream = get(service, "/news/stream");
      CompletableFuture<Answer> next = get(service, "/news/next");
      Await.until(() -> text(service, "/news/waiting").equals("2"), PATIENCE, () -> "");
      assertEquals(200, service.get("/news/archive").status());
      assertEquals(200, service.get("/news/publish").status());
      assertEquals("data:news", stream.join().text().strip());
      assertEquals("news", next.join().text());
      service.exit();
    }
    Report report = Report.in(folder);
    for (String route : List.of("/news/stream", "/news/next", "/news/archive")) {
      double millis = report.endpoint(route).at("/latencyMillis/max").asDouble();
      assertEquals(true, millis >= 1_000, () -> route + " took " + millis);
    }
    List<String> slow =
        elements(report, "slowRequests").stream()
            .map(one -> one.path("endpoint").asText())
            .filter(name -> name.matches("GET /news/(stream|next|archive)"))
            .toList();
    assertEquals(List.of("GET /news/archive"), slow);
    List<String> found =
        elements(report, "findings").stream()
            .filter(one -> one.path("class").asText().equals("slow-request"))
            .map(one -> one.path("endpoint").asText())
            .filter(name -> name.matches("GET /news/(stream|next|archive)"))
            .toList();
    assertEquals(List.of("GET /news/archive"), found);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
  }

  private static List<JsonNode> elements(Report report, String name) {
    return java.util.stream.StreamSupport.stream(report.json().path(name).spliterator(), false)
        .toList();
  }

  private static CompletableFuture<Answer> get(ServiceProcess service, String path) {
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
