package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The caller's trace is on each line of the logs, on findings and slow requests. */
final class TraceIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String OTHER = "0af7651916cd43dd8448eb211c80319c";

  @TempDir private Path folder;

  @Test
  void followsTheTraceOfTheCaller() throws IOException {
    Path requests = folder.resolve("requests.log");
    Path queries = folder.resolve("queries.log");
    try (ServiceProcess service =
        ServiceCommand.of("jdk", folder)
            .with("log.requests", requests)
            .with("log.slow-queries", queries)
            .with("slow-request", "1ms")
            .start()) {
      service.getWith("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", "/loop/10");
      service.getWith("traceparent", "00-" + OTHER + "-00f067aa0ba902b7-01", "/slow/250");
      service.getWith("traceparent", "00-\"},{x-00f067aa0ba902b7-01", "/join");
      service.get("/join");
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    List<JsonNode> lines = lines(requests);
    assertEquals(5, lines.size(), lines::toString); // The last one ends the service.
    assertEquals(TRACE, lines.get(0).path("traceId").asText());
    assertFalse(lines.get(2).has("traceId"), lines::toString);
    assertFalse(lines.get(3).has("traceId"), lines::toString);
    assertTrue(
        lines(queries).stream().anyMatch(line -> line.path("traceId").asText().equals(OTHER)));
    Report report = Report.in(folder);
    assertEquals(
        TRACE, report.findings("/loop", "n+1-select").get(0).at("/example/traceId").asText());
    assertTrue(
        report
            .elements("slowRequests")
            .anyMatch(request -> request.path("traceId").asText().equals(OTHER)));
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(file)) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }
}
