package io.rowcall.it.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.Answer;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.Shows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work that requests hand to executors that are not the JDK's: of frameworks, and of the
 * application's own. Two requests at a time share each, and none may have an execution of the
 * other.
 */
@Shows({"Actor", "Executor", "ExecutorLambda", "FutureTask", "KotlinCoroutine", "TaskRun"})
final class ExecutorsIT {
  private static final int EXECUTIONS = 11;
  private static final int ROUNDS = 12;

  @TempDir private Path folder;

  @Test
  void workForTheRequestThatHandsThemATask() throws Exception {
    List<String> kinds;
    long asked;
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      kinds = List.of(service.get("/kinds").text().split(" "));
      for (String kind : kinds) {
        // The first request makes the executor and starts its first worker.
        assertRight(service.get("/" + kind + "/a"));
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 1; i < ROUNDS; i++) {
          calls.add(() -> service.get("/" + kind + "/b"));
          calls.add(() -> service.get("/" + kind + "/a"));
        }
        for (Future<Answer> answer : clients.invokeAll(calls)) {
          assertRight(answer.get());
        }
        assertRight(service.get("/" + kind + "/b"));
      }
      asked = Long.parseLong(service.get("/asked").text());
      service.exit();
      assertEquals(List.of(), service.agentLines());
    } finally {
      clients.shutdownNow();
    }
    Report report = Report.in(folder);
    assertEquals(asked, report.total("executions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    for (String kind : kinds) {
      for (String table : List.of("a", "b")) {
        assertOwn(report, report.endpoint("GET /" + kind + "/" + table), table);
      }
    }
  }

  private static void assertRight(Answer answer) {
    assertEquals("done", answer.text(), answer.path());
    assertEquals(EXECUTIONS + "", answer.header("X-Query-Count"), answer.path());
  }

  private static void assertOwn(Report report, JsonNode endpoint, String table) {
    assertEquals(ROUNDS * EXECUTIONS, endpoint.at("/executions/total").asInt(), endpoint::toString);
    List<String> texts =
        StreamSupport.stream(endpoint.path("statements").spliterator(), false)
            .map(share -> text(report, share.path("id").asText()))
            .toList();
    assertEquals(2, texts.size(), texts::toString);
    for (String text : texts) {
      assertTrue(text.toLowerCase(java.util.Locale.ROOT).contains("table_" + table), text);
    }
  }

  private static String text(Report report, String id) {
    return report
        .elements("statements")
        .filter(statement -> statement.path("id").asText().equals(id))
        .map(statement -> statement.path("sql").asText())
        .findFirst()
        .orElseThrow();
  }

  /** As in a service on WebFlux, which has filters for the servlet API, and not the API. */
  @Test
  void saysNothingOfAClassWhoseTypesAreMissing() throws Exception {
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      assertEquals("not here", service.get("/optional").text());
      service.get("/thread-pool/a");
      service.exit();
      assertEquals(List.of(), service.agentLines());
    }
    assertEquals(0, Report.in(folder).total("suppressedErrors"));
  }

  /** Before and after the time for which a finished request waits for its tasks. */
  @ParameterizedTest
  @ValueSource(ints = {500, 7_000})
  void countWhatComesLateWithItsStatementAndItsRows(int millis) throws Exception {
    try (ServiceProcess service = ServiceCommand.of("executors", folder).start()) {
      service.get("/late/" + millis);
      Await.until(
          () -> Report.files(folder.resolve("rowcall-reports")).size() == 1 && late() == 5,
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

  private long late() {
    return Report.in(folder).total("lateExecutions");
  }
}
