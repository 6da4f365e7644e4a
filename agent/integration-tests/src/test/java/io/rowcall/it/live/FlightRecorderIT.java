package io.rowcall.it.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.it.support.Await;
import io.rowcall.it.support.Jdks;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in a recording that an operator starts while the service runs. */
@Tag("compat")
final class FlightRecorderIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @TempDir private Path folder;

  @Test
  void recordsRequestsQueriesAndFindings() throws IOException {
    Path file = folder.resolve("service.jfr");
    try (ServiceProcess service = ServiceCommand.of("jdk", folder.resolve("service")).start()) {
      service.get("/loop/10");
      jdk("jcmd", pid(service), "JFR.start", "name=rowcall");
      Await.until(
          () -> {
            getTraced(service, "/loop/10");
            jdk("jcmd", pid(service), "JFR.dump", "name=rowcall", "filename=" + file);
            Map<String, Long> counts = summary(file);
            return counts.getOrDefault("rowcall.Request", 0L) > 0
                && counts.getOrDefault("rowcall.Finding", 0L) > 0;
          },
          TIMEOUT,
          () -> summary(file).toString());
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertFields(file);
  }

  private static void assertFields(Path file) throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    List<RecordedEvent> requests = events("rowcall.Request", events);
    RecordedEvent request = requests.get(0);
    assertEquals("GET /loop/{id}", request.getString("endpoint"));
    assertEquals(11, request.getLong("executions"));
    assertEquals(200, request.getLong("status"));
    assertEquals(TRACE, request.getString("traceId"));
    assertTrue(request.getDuration("elapsed").toNanos() > 0, request::toString);
    assertTrue(!request.getInstant("startedAt").isAfter(request.getStartTime()), request::toString);
    List<RecordedEvent> queries = events("rowcall.Query", events);
    assertEquals(11L * requests.size(), queries.size());
    assertTrue(queries.get(0).getString("sql").contains("SELECT"), queries.get(0)::toString);
    RecordedEvent finding = events("rowcall.Finding", events).get(0);
    assertEquals("n+1-select", finding.getString("findingClass"));
    assertEquals(10, finding.getLong("repeats"));
  }

  private static List<RecordedEvent> events(String name, List<RecordedEvent> events) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  private static void getTraced(ServiceProcess service, String path) {
    try {
      service.getWith("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01", path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Events by type, as {@code jfr summary} prints them; empty while there is no file. */
  private Map<String, Long> summary(Path file) {
    var counts = new TreeMap<String, Long>();
    if (Files.exists(file)) {
      for (String line : jdk("jfr", "summary", file.toString()).split("\n")) {
        String[] words = line.trim().split("\\s+");
        if (words.length == 3 && words[0].startsWith("rowcall.")) {
          counts.put(words[0], Long.parseLong(words[1]));
        }
      }
    }
    return counts;
  }

  private static String pid(ServiceProcess service) {
    return Long.toString(service.pid());
  }

  private String jdk(String tool, String... arguments) {
    try {
      var command = new java.util.ArrayList<String>();
      command.add(Jdks.current().resolve("bin").resolve(tool).toString());
      command.addAll(List.of(arguments));
      Path output = Files.createTempFile(folder, tool, ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertTrue(process.waitFor(1, TimeUnit.MINUTES), tool);
      assertEquals(0, process.exitValue(), () -> command + ": " + output);
      return Files.readString(output);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
