package io.rowcall.it.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rowcall.it.support.Await;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import io.rowcall.it.support.ServiceResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract of jobs and consumers. Each run is a unit of work of its own, with exact counts, and
 * with what it has done on other threads; a run that does nothing is not counted. A run that throws
 * is an error. An N+1 is found at its line. A job that a request calls belongs to the request.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobContract {
  private static final Path SOURCE = Path.of("jobs/src/main/java/io/acme/jobs/Work.java");
  private static final int RUNS = 6;
  private static final int EXECUTIONS = 12;

  private Report report = new Report(NullNode.getInstance());
  private List<String> agentLines = List.of();
  private String inRequest = "";
  private long driverExecutions;

  /** The command of the service, in the working directory {@code folder}. */
  abstract ServiceCommand command(Path folder);

  /** The service that runs the jobs. */
  abstract String service();

  /** What is tested, for the table of the documentation. */
  abstract String work();

  /** The tested artifacts with their versions; empty for the JDK alone. */
  abstract List<String> libraries();

  /** Endpoints by job, with the units of each that fail: all of its runs, or the last one. */
  abstract Map<String, Unit> jobs();

  /** Executions that belong to no unit of work, such as those of the start. */
  abstract int unattributed();

  /**
   * Expected figures of an endpoint.
   *
   * @param units how many units of work its runs are
   * @param errors how many of these fail
   * @param executions how many executions they have together
   */
  record Unit(int units, int errors, int executions) {
    static final Unit PER_RUN = new Unit(RUNS, 1);

    Unit(int units, int errors) {
      this(units, errors, RUNS * EXECUTIONS);
    }
  }

  @BeforeAll
  void run(@TempDir Path folder) throws IOException {
    try (ServiceProcess service = command(folder).start()) {
      ServiceResponse called = service.get("/call");
      inRequest = called.text() + " " + called.header("X-Query-Count");
      Await.until(
          () -> jobs().keySet().stream().allMatch(job -> isDone(folder, job)),
          Duration.ofSeconds(90),
          () -> jobs() + " in the report " + reported(folder) + service.output());
      driverExecutions = Long.parseLong(service.get("/executions").text());
      service.exit();
      agentLines = service.agentLines();
    }
    report = Report.in(folder);
  }

  private boolean isDone(Path folder, String job) {
    return Report.files(folder.resolve("rowcall-reports")).size() == 1
        && Report.in(folder).hasEndpoint(job)
        && Report.in(folder).endpoint(job).path("requests").asInt() >= unit(job).units();
  }

  private Unit unit(String job) {
    return Objects.requireNonNull(jobs().get(job), job);
  }

  private static List<String> reported(Path folder) {
    return Report.files(folder.resolve("rowcall-reports")).isEmpty()
        ? List.of()
        : Report.in(folder).elements("endpoints").map(JsonNode::toString).toList();
  }

  @Test
  void runsTheDocumentedVersions() throws IOException {
    Path lib = ServiceCommand.SERVICES.resolve(service() + "/target/lib");
    for (String library : libraries()) {
      String jar = library.replace(' ', '-') + ".jar";
      assertTrue(Files.exists(lib.resolve(jar)), jar);
    }
  }

  @Test
  void countsEachRunAsOneUnitOfWork() {
    forEach(
        (name, endpoint) -> {
          assertEquals(unit(name).units(), endpoint.path("requests").asInt());
          assertEquals(unit(name).executions(), endpoint.at("/executions/total").asInt());
        });
  }

  @Test
  void countsARunThatThrowsAsAnError() {
    forEach((name, endpoint) -> assertEquals(unit(name).errors(), endpoint.path("errors").asInt()));
  }

  @Test
  void findsTheLoopAtItsLine() {
    forEach(
        (name, endpoint) -> {
          List<JsonNode> loops = report.findings(name, "n+1-select");
          assertEquals(1, loops.size(), loops::toString);
          assertEquals("confirmed", loops.get(0).path("verdict").asText(), loops::toString);
          CallSites.assertAt(SOURCE, "loop", loops.get(0).path("callSite"));
        });
  }

  @Test
  void leavesAJobThatARequestCallsToTheRequest() {
    assertEquals("called " + EXECUTIONS, inRequest);
  }

  @Test
  void listsOnlyTheseJobsAndRequests() {
    List<String> others =
        report.endpointNames().stream()
            .filter(name -> !name.startsWith("GET ") && !jobs().containsKey(name))
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void countsWhatTheDriverCounts() {
    assertEquals(driverExecutions, report.total("executions"), report::totals);
    assertEquals(unattributed(), report.total("unattributedExecutions"), report::totals);
    assertEquals(0, report.total("lateExecutions"), report::totals);
    assertEquals(0, report.total("openExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    assertEquals(List.of(), agentLines);
  }

  private interface Expectation {
    void check(String name, JsonNode endpoint);
  }

  private void forEach(Expectation expectation) {
    assertAll(
        jobs().keySet().stream()
            .map(name -> (Executable) () -> expectation.check(name, report.endpoint(name))));
  }
}
