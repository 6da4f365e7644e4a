package io.rowcall.cli.gate;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GateCommandTest {
  @TempDir private Path folder;
  private Path reports;
  private Path budget;

  @BeforeEach
  void makeFolder() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    budget = folder.resolve("rowcall-budget.yml");
  }

  @Test
  void passesARunThatKeepsItsBudget() throws IOException {
    report(Reports.healthy());
    budget("endpoints:", "  GET /api/my-500: {queries: {max: 3}, n-plus-one: error}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(
        run.out().contains("passed: 0 errors, 0 warnings; 1 request of 1 endpoint"), run::all);
  }

  @Test
  void failsTooManyQueriesWithEndpointMeasuredAllowedStatementLineAndAdvice() throws IOException {
    report(Reports.withLoop(502));
    budget("endpoints:", "  \"GET /api/*\": {queries: 3}");
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    for (String part :
        new String[] {
          "GET /api/my-500",
          "502 queries in a request, 3 allowed",
          "rowcall-budget.yml:3",
          Reports.SQL,
          "ContactService.java:42",
          "Fetch them with one IN query."
        }) {
      assertTrue(run.out().contains(part), () -> part + " is not in " + run.all());
    }
  }

  @Test
  void failsAnNPlusOneByDefault() throws IOException {
    report(Reports.withLoop(20));
    Run run = rowcall("gate", reports);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("held to the defaults"), run::all);
  }

  @Test
  void warnsWhereTheBudgetOnlyWarns() throws IOException {
    report(Reports.withLoop(20));
    budget("findings: {n+1-select: warn}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("warn  GET /api/my-500"), run::all);
  }

  @Test
  void refusesABudgetThatSaysTheSameTwice() throws IOException {
    report(Reports.healthy());
    budget("endpoints:", "  GET /a: {queries: 3}", "  GET /a: {queries: 30}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-budget.yml:4"), run::all);
    assertTrue(run.err().contains("GET /a again, after"), run::all);
  }

  @Test
  void failsAnEmptyRun() throws IOException {
    var empty = Reports.healthy();
    empty.totals.requests = 0;
    empty.endpoints.clear();
    report(empty);
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("0 requests recorded"), run::all);
  }

  @Test
  void failsARunThatDroppedRequests() throws IOException {
    var report = Reports.healthy();
    report.totals.droppedRequests = 2;
    report(report);
    assertEquals(1, gate().exitCode());
  }

  @Test
  void warnsOfARuleThatMatchesNothing() throws IOException {
    report(Reports.healthy());
    budget("endpoints:", "  GET /api/gone: {queries: 1}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("no endpoint of the run matches this rule"), run::all);
  }

  @Test
  void bearsKnownDebtUntilItsDay() throws IOException {
    report(Reports.withLoop(20));
    budget("debt:", "- {finding: 00000000000000f1, reason: old, until: 2999-12-31}");
    assertEquals(0, gate().exitCode());
    budget("debt:", "- {finding: 00000000000000f1, reason: old, until: 2020-12-31}");
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("has expired on 2020-12-31"), run::all);
  }

  @Test
  void namesTheLineAndTheNearestKeyOfAnUnknownOne() throws IOException {
    report(Reports.healthy());
    budget("endpoints:", "  GET /api/my-500: {querys: 3}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-budget.yml:3"), run::all);
    assertTrue(run.err().contains("the nearest is queries"), run::all);
  }

  @Test
  void refusesAReportOfAnUnknownVersion() throws IOException {
    Files.writeString(reports.resolve("rowcall-x.json"), "{\"schema\": \"rowcall-report/9\"}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected schema \"rowcall-report/1\""), run::all);
  }

  @Test
  void refusesATruncatedReportWithItsPlace() throws IOException {
    Path whole = report(Reports.withLoop(20));
    String text = Files.readString(whole);
    Files.writeString(whole, text.substring(0, text.length() / 2));
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().matches("(?s).*rowcall-report\\.json:\\d+:\\d+: expected .*"), run::all);
  }

  @Test
  void refusesAFolderWithoutReports() throws IOException {
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("-javaagent:rowcall-agent.jar"), run::all);
  }

  @Test
  void joinsTheReportsOfSeveralInstances() throws IOException {
    Reports.write(Reports.healthy(), reports.resolve("rowcall-a.json"));
    Reports.write(Reports.withLoop(20), reports.resolve("rowcall-b.json"));
    Run run = rowcall("gate", reports);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("2 requests of 1 endpoint "), run::all);
  }

  @Test
  void givesTheSameVerdictEveryTime() throws IOException {
    report(Reports.withLoop(20));
    String first = gate().all();
    for (int i = 0; i < 20; i++) {
      assertEquals(first, gate().all());
    }
  }

  private Run gate() throws IOException {
    if (!Files.exists(budget)) {
      budget();
    }
    return rowcall("gate", "--budget", budget, reports);
  }

  private Path report(io.rowcall.format.Report report) throws IOException {
    return Reports.write(report, reports.resolve("rowcall-report.json"));
  }

  private void budget(String... lines) throws IOException {
    Files.writeString(budget, "version: 1\n" + String.join("\n", lines) + "\n");
  }
}
