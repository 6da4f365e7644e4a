package io.rowcall.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request log and the slow-query log: JSON lines in the configured files. */
final class LogsIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "tomcat9", "tomcat11"})
  void haveALinePerRequestAndPerSlowQuery(String name) throws IOException {
    Path requestLog = folder.resolve("requests.log");
    Path slowLog = folder.resolve("slow.log");
    ServiceCommand command =
        ServiceCommand.of(name, folder)
            .with("log.requests", requestLog)
            .with("log.slow-queries", slowLog);
    Instant start = Instant.now();
    try (ServiceProcess service = command.start()) {
      service.getAs("alice", "/loop/10");
      service.getAs("bob", "/slow/250");
      service.get("/nowhere");
      service.exit();
    }
    List<JsonNode> requests = lines(requestLog, 3);
    assertRequest(requests.get(0), start, "/loop", 200, 11, "alice");
    assertRequest(requests.get(1), start, "/slow", 200, 1, "bob");
    assertTrue(requests.get(1).path("responseTime").asDouble() >= 250, requests::toString);
    assertEquals(404, requests.get(2).path("statusCode").asInt(), requests::toString);
    assertTrue(requests.get(2).path("userId").isNull(), requests::toString);

    List<JsonNode> pauses =
        lines(slowLog, 1).stream()
            .filter(line -> line.path("query").asText().contains("pause(?)"))
            .toList();
    assertEquals(1, pauses.size(), pauses::toString);
    JsonNode slow = pauses.get(0);
    assertTrue(slow.path("duration").asDouble() >= 250, slow::toString);
    assertEquals("bob", slow.path("userId").asText(), slow::toString);
    assertTrue(slow.path("endpoint").asText().startsWith("GET /slow"), slow::toString);
  }

  /** Reads at least {@code min} lines; the shutdown request may have one as well. */
  private static List<JsonNode> lines(Path log, int min) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(log)) {
      lines.add(MAPPER.readTree(line));
    }
    assertTrue(lines.size() >= min, lines::toString);
    return lines;
  }

  private static void assertRequest(
      JsonNode line, Instant start, String route, int status, int queries, String user) {
    Instant timestamp = Instant.parse(line.path("timestamp").asText());
    assertTrue(timestamp.isAfter(start.minusSeconds(1)), line::toString);
    assertTrue(timestamp.isBefore(Instant.now()), line::toString);
    String requestId = line.path("requestId").asText();
    assertEquals(requestId, UUID.fromString(requestId).toString());
    assertTrue(line.path("endpoint").asText().contains(route), line::toString);
    assertEquals("GET", line.path("method").asText(), line::toString);
    assertTrue(line.path("responseTime").isNumber(), line::toString);
    assertEquals(status, line.path("statusCode").asInt(), line::toString);
    assertTrue(line.path("cacheHit").isBoolean(), line::toString);
    assertEquals(queries, line.path("queryCount").asInt(), line::toString);
    assertEquals(user, line.path("userId").asText(), line::toString);
  }
}
