package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.gate.SampleReports;
import io.rowcall.gate.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateCommandTest {
  @TempDir private Path folder;
  private Path reports;
  private Path budget;

  @BeforeEach
  void createFolder() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    budget = folder.resolve("rowcall-budget.yml");
  }

  @Test
  void passesARunWithinItsBudget() throws IOException {
    report(SampleReports.healthy());
    budget("endpoints:", "  GET /api/my-500: {queries: {max: 3}, n-plus-one: error}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(
        run.out().contains("passed: 0 errors, 0 warnings; 1 request to 1 endpoint"), run::all);
  }

  @Test
  void reportsEndpointCountLimitStatementLineAndAdvice() throws IOException {
    report(SampleReports.withLoop(502));
    budget("endpoints:", "  \"GET /api/*\": {queries: 3}");
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    for (String part :
        new String[] {
          "GET /api/my-500",
          "502 queries in one request, 3 allowed",
          "rowcall-budget.yml:3",
          SampleReports.SQL,
          "ContactService.java:42",
          "Fetch them with one IN query."
        }) {
      assertTrue(run.out().contains(part), () -> part + " is not in " + run.all());
    }
  }

  @Test
  void failsAnNPlusOneByDefault() throws IOException {
    report(SampleReports.withLoop(20));
    Run run = rowcall("gate", reports);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("budget: the defaults"), run::all);
  }

  @Test
  void onlyWarnsIfTheBudgetSaysSo() throws IOException {
    report(SampleReports.withLoop(20));
    budget("findings: {n+1-select: warn}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("warn  GET /api/my-500"), run::all);
  }

  @Test
  void rejectsABudgetWithADuplicateKey() throws IOException {
    report(SampleReports.healthy());
    budget("endpoints:", "  GET /a: {queries: 3}", "  GET /a: {queries: 30}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-budget.yml:4"), run::all);
    assertTrue(run.err().contains("GET /a again, after"), run::all);
  }

  @Test
  void failsAnEmptyRun() throws IOException {
    var empty = SampleReports.healthy();
    empty.totals.requests = 0;
    empty.endpoints.clear();
    report(empty);
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("0 requests recorded"), run::all);
  }

  @Test
  void failsARunThatDroppedRequests() throws IOException {
    var report = SampleReports.healthy();
    report.totals.droppedRequests = 2;
    report(report);
    assertEquals(1, gate().exitCode());
  }

  @Test
  void warnsOfAnUnusedRule() throws IOException {
    report(SampleReports.healthy());
    budget("endpoints:", "  GET /api/gone: {queries: 1}");
    Run run = gate();
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("No endpoint of the run matches this rule"), run::all);
  }

  @Test
  void acceptsAFindingUntilItsDate() throws IOException {
    report(SampleReports.withLoop(20));
    budget("debt:", "- {finding: 00000000000000f1, reason: old, until: 2999-12-31}");
    assertEquals(0, gate().exitCode());
    budget("debt:", "- {finding: 00000000000000f1, reason: old, until: 2020-12-31}");
    Run run = gate();
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("Accepted until 2020-12-31"), run::all);
  }

  @Test
  void suggestsTheClosestKeyForAnUnknownOne() throws IOException {
    report(SampleReports.healthy());
    budget("endpoints:", "  GET /api/my-500: {querys: 3}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("rowcall-budget.yml:3"), run::all);
    assertTrue(run.err().contains("did you mean queries?"), run::all);
  }

  @Test
  void rejectsAReportOfAnUnknownVersion() throws IOException {
    Files.writeString(reports.resolve("rowcall-x.json"), "{\"schema\": \"rowcall-report/9\"}");
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected schema \"rowcall-report/1\""), run::all);
  }

  @Test
  void rejectsATruncatedReportWithItsPosition() throws IOException {
    Path whole = report(SampleReports.withLoop(20));
    String text = Files.readString(whole);
    Files.writeString(whole, text.substring(0, text.length() / 2));
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().matches("(?s).*rowcall-report\\.json:\\d+:\\d+: expected .*"), run::all);
  }

  @Test
  void rejectsAFolderWithoutReports() throws IOException {
    Run run = gate();
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("-javaagent:rowcall-agent.jar"), run::all);
  }

  @Test
  void mergesReportsOfSeveralInstances() throws IOException {
    SampleReports.write(SampleReports.healthy(), reports.resolve("rowcall-a.json"));
    SampleReports.write(SampleReports.withLoop(20), reports.resolve("rowcall-b.json"));
    Run run = rowcall("gate", reports);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("2 requests to 1 endpoint;"), run::all);
  }

  @Test
  void isDeterministic() throws IOException {
    report(SampleReports.withLoop(20));
    String first = gate().all();
    for (int i = 0; i < 20; i++) {
      assertEquals(first, gate().all());
    }
  }

  @Test
  void writesSeveralOutputsAndTextToStdout() throws IOException {
    report(SampleReports.withLoop(20));
    Path sarif = folder.resolve("build/deep/rowcall.sarif");
    Path junit = folder.resolve("rowcall.xml");
    Run run = gate("--output", "sarif=" + sarif, "--output", "junit=" + junit);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().startsWith("FAIL  GET /api/my-500"), run::all);
    assertTrue(Files.readString(sarif).contains("\"version\" : \"2.1.0\""));
    assertTrue(Files.readString(junit).contains("<testsuite"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "github=-"})
  void printsOnlyTheRequestedOutput(String output) throws IOException {
    report(SampleReports.withLoop(20));
    Run run = gate("--output", output);
    assertTrue(run.out().startsWith("::error "), run::all);
    assertFalse(run.out().contains("failed:"), run::all);
  }

  @Test
  void rejectsAnUnwritableOutput() throws IOException {
    report(SampleReports.withLoop(20));
    Run run = gate("--output", "sarif=" + folder);
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("cannot write"), run::all);
  }

  @Test
  void listsAllOutputsInItsHelp() {
    String help = rowcall("gate", "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains(String.join(", ", OutputFormat.names())), help);
    assertTrue(help.contains("1 the run exceeds the budget"), help);
  }

  private Run gate(String... options) throws IOException {
    if (!Files.exists(budget)) {
      budget();
    }
    var arguments = new ArrayList<Object>(List.of("gate", "--budget", budget));
    arguments.addAll(List.of("--source-root", folder));
    arguments.addAll(List.of(options));
    arguments.add(reports);
    return rowcall(arguments.toArray());
  }

  private Path report(io.rowcall.format.Report report) throws IOException {
    return SampleReports.write(report, reports.resolve("rowcall-report.json"));
  }

  private void budget(String... lines) throws IOException {
    Files.writeString(budget, "version: 1\n" + String.join("\n", lines) + "\n");
  }
}
