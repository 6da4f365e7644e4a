package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Covers;
import io.rowcall.it.support.Promise;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasks that requests submit to executors outside the JDK: those of frameworks and custom ones. Two
 * endpoints share each executor at the same time, and must not get executions of each other.
 */
@Covers({
  "Actor",
  "Executor",
  "ExecutorLambda",
  "Fiber",
  "FutureTask",
  "KotlinCoroutine",
  "TaskRun"
})
final class ExecutorsIT {
  private static final int EXECUTIONS = 11;
  private static final int ROUNDS = 12;

  @TempDir private Path folder;

  @Test
  @Shows(Promise.WORKERS)
  void attributesTasksToTheSubmittingRequest() throws Exception {
    List<String> executors;
    long driverExecutions;
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      executors = List.of(service.get("/executors").text().split(" "));
      for (String executor : executors) {
        // The first request creates the executor and starts its first worker.
        assertExact(service.get("/" + executor + "/a"));
        List<Callable<ServiceResponse>> calls = new ArrayList<>();
        for (int i = 1; i < ROUNDS; i++) {
          calls.add(() -> service.get("/" + executor + "/b"));
          calls.add(() -> service.get("/" + executor + "/a"));
        }
        for (Future<ServiceResponse> response : clients.invokeAll(calls)) {
          assertExact(response.get());
        }
        assertExact(service.get("/" + executor + "/b"));
      }
      driverExecutions = Long.parseLong(service.get("/executions").text());
      service.exit();
      assertEquals(List.of(), service.agentLines());
    } finally {
      clients.shutdownNow();
    }
    Report report = Report.in(folder);
    assertEquals(driverExecutions, report.total("executions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    for (String executor : executors) {
      for (String table : List.of("a", "b")) {
        assertQueriesOnly(report, report.endpoint("GET /" + executor + "/" + table), table);
      }
    }
  }

  private static void assertExact(ServiceResponse response) {
    assertEquals("done", response.text(), response.path());
    assertEquals(EXECUTIONS + "", response.header("X-Query-Count"), response.path());
  }

  private static void assertQueriesOnly(Report report, JsonNode endpoint, String table) {
    assertEquals(ROUNDS * EXECUTIONS, endpoint.at("/executions/total").asInt(), endpoint::toString);
    List<String> statements =
        Report.stream(endpoint.path("statements"))
            .map(share -> report.statement(share).path("sql").asText())
            .toList();
    assertEquals(2, statements.size(), statements::toString);
    for (String sql : statements) {
      assertTrue(sql.toLowerCase(Locale.ROOT).contains("table_" + table), sql);
    }
  }

  /** Services on WebFlux have classes that refer to the servlet API, but not the API itself. */
  @Test
  void ignoresAClassThatRefersToMissingTypes() throws Exception {
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      assertEquals("missing", service.get("/optional").text());
      service.get("/thread-pool/a");
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }

  /** Before and after the time that a finished request waits for its tasks. */
  @ParameterizedTest
  @ValueSource(ints = {500, 7_000})
  void countsLateExecutionsWithStatementAndRows(int millis) throws Exception {
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      service.get("/late/" + millis);
      Await.until(
          () ->
              Report.files(folder.resolve("rowcall-reports")).size() == 1 && lateExecutions() == 5,
          Duration.ofSeconds(60),
          () -> "late executions in the report");
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    Report report = Report.in(folder);
    assertEquals(5, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(5, report.endpoint("/late").path("lateExecutions").asInt());
    JsonNode statement =
        report
            .elements("statements")
            .filter(each -> each.path("kind").asText().equals("SELECT"))
            .findFirst()
            .orElseThrow();
    assertEquals(5, statement.path("executions").asInt(), statement::toString);
    assertEquals(5, statement.path("rows").asInt(), statement::toString);
  }

  private long lateExecutions() {
    return Report.in(folder).total("lateExecutions");
  }
}
