package io.rowcall.it.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.it.support.CallSites;
import io.rowcall.it.support.Report;
import io.rowcall.it.support.ServiceCommand;
import io.rowcall.it.support.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the main thread executes: a job if it ends the program, the start of a service if not. */
final class MainIT {
  private static final Path SOURCE = Path.of("jobs/src/main/java/io/acme/jobs/Work.java");
  private static final String MAIN = "JOB io.acme.jobs.BatchMain.main";

  /** Two executions to create the table, and one run of the work. */
  private static final int EXECUTIONS = 14;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"return", "exit"})
  void isAJobThatEndsWithMain(String end) throws Exception {
    Report report = run(end);

    JsonNode main = report.endpoint(MAIN);
    assertEquals(1, main.path("requests").asInt());
    assertEquals(EXECUTIONS, main.at("/executions/total").asInt());
    assertEquals(0, report.total("unattributedExecutions"), report::totals);
    JsonNode loop = report.findings(MAIN, "n+1-select").get(0);
    CallSites.assertAt(SOURCE, "loop", loop.path("callSite"));
  }

  @Test
  void isNoJobIfSomebodyStopsIt() throws Exception {
    Report report = run("loop");

    assertEquals(List.of(), report.endpointNames());
    assertEquals(EXECUTIONS, report.total("unattributedExecutions"), report::totals);
    JsonNode outside =
        report
            .elements("statements")
            .filter(each -> each.path("sql").asText().contains("WHERE"))
            .findFirst()
            .orElseThrow()
            .path("unattributed");
    assertEquals(10, outside.path("executions").asInt());
    CallSites.assertAt(SOURCE, "loop", outside.path("callSite"));
  }

  private Report run(String end) throws Exception {
    String jar = ServiceCommand.SERVICES.resolve("jobs/target/jobs.jar").toString();
    ServiceCommand command =
        ServiceCommand.of("jobs", folder)
            .with("library.packages", "io.acme.jobs.CountedDatabase")
            .program("-cp", jar, "io.acme.jobs.BatchMain", end);
    try (ServiceProcess program = command.start()) {
      if (end.equals("loop")) {
        program.terminate();
      } else {
        program.awaitExit();
      }
      List<String> lines = program.agentLines();
      assertEquals(end.equals("loop") ? 1 : 0, lines.size(), lines::toString);
      assertTrue(lines.stream().allMatch(line -> line.contains("a loop that was stopped")));
    }
    Report report = Report.in(folder);
    assertEquals(EXECUTIONS, report.total("executions"), report::totals);
    assertEquals(0, report.total("openExecutions"), report::totals);
    assertEquals(0, report.total("suppressedErrors"), report::totals);
    return report;
  }
}
