package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BudgetCommandTest {
  @TempDir private Path folder;
  private Path reports;
  private Path budget;

  @BeforeEach
  void createFolder() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    budget = folder.resolve("rowcall-budget.yml");
  }

  @Test
  void passesTheSameRunAndFailsOneWithMoreQueries() throws IOException {
    report(SampleReports.withLoop(20));
    assertEquals(1, rowcall("gate", "--budget", healthyBudget(), reports).exitCode());
    write();
    assertEquals(0, gate().exitCode(), gate()::all);
    report(SampleReports.withLoop(21));
    Run worse = gate();
    assertEquals(1, worse.exitCode(), worse::all);
    assertTrue(worse.out().contains("21 queries in one request, 20 allowed"), worse::all);
  }

  @Test
  void acceptsTwoHundredFindingsAtOnce() throws IOException {
    Report report = SampleReports.withLoop(20);
    for (int i = 1; i < 200; i++) {
      report.findings.add(nPlusOne(i));
    }
    report(report);
    Run written = write();
    assertTrue(written.out().contains("200 findings accepted until"), written::all);
    assertEquals(0, gate().exitCode(), gate()::all);
    report.findings.add(nPlusOne(200));
    report(report);
    Run worse = gate();
    assertEquals(1, worse.exitCode(), worse::all);
    assertTrue(worse.out().contains("failed: 1 error,"), worse::all);
    assertTrue(worse.out().contains("N+1 number 200 \"at\" a line"), worse::all);
  }

  @Test
  void acceptsFindingsUntilADateWithReasonAndOwner() throws IOException {
    report(SampleReports.withLoop(20));
    rowcall("budget", "--owner", "team \"blue\"", "--days", 10, "--out", budget, reports);
    String text = Files.readString(budget);
    String until = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
    assertTrue(text.contains("until: " + until), text);
    assertTrue(text.contains("owner: \"team \\\"blue\\\"\""), text);
    Files.writeString(budget, text.replace(until, "2020-01-01"));
    Run expired = gate();
    assertEquals(1, expired.exitCode(), expired::all);
    assertTrue(expired.out().contains("Accepted until 2020-01-01"), expired::all);
  }

  @Test
  void neverRaisesALimitWhenTightening() throws IOException {
    report(SampleReports.withLoop(20));
    write();
    report(SampleReports.withLoop(12));
    Run lowered = rowcall("budget", "--tighten", budget, reports);
    assertTrue(lowered.out().contains("1 limit lowered, 0 findings fixed"), lowered::all);
    report(SampleReports.withLoop(30));
    Run kept = rowcall("budget", "--tighten", budget, reports);
    assertTrue(kept.out().contains("0 limits lowered"), kept::all);
    assertTrue(Files.readString(budget).contains("queries: 12"), Files.readString(budget));
    report(SampleReports.healthy());
    Run paid = rowcall("budget", "--tighten", budget, reports);
    assertTrue(paid.out().contains("1 limit lowered, 1 finding fixed"), paid::all);
    assertFalse(Files.readString(budget).contains("debt:"), Files.readString(budget));
    assertEquals(0, gate().exitCode(), gate()::all);
  }

  @Test
  void printsASummaryAsJson() throws IOException {
    report(SampleReports.withLoop(20));
    String whole = rowcall("budget", "--json", reports).out();
    Files.writeString(budget, whole);
    assertEquals(0, gate().exitCode(), gate()::all);
    Files.delete(budget);
    String written = rowcall("budget", "--json", "--out", budget, reports).out();
    assertTrue(written.contains("\"endpoints\" : 1"), written);
    report(SampleReports.healthy());
    String lowered = rowcall("budget", "--json", "--tighten", budget, reports).out();
    assertTrue(lowered.contains("\"lowered\" : 1") && lowered.contains("\"paid\" : 1"), lowered);
  }

  @Test
  void rejectsContradictingOptions() throws IOException {
    report(SampleReports.healthy());
    assertEquals(2, rowcall("budget", "--out", "a", "--tighten", "b", reports).exitCode());
    assertEquals(2, rowcall("budget", "--days", "-1", reports).exitCode());
  }

  @Test
  void rejectsARunWithoutRequests() throws IOException {
    Report empty = SampleReports.healthy();
    empty.totals.requests = 0;
    report(empty);
    Run rejected = rowcall("budget", reports);
    assertEquals(2, rejected.exitCode(), rejected::all);
    assertTrue(rejected.err().contains("expected a run with requests"), rejected::all);
  }

  @Test
  void tightensOnlyToACompleteRun() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.totals.overflowedFindings = 1;
    report(report);
    write();
    Run same = gate();
    assertEquals(0, same.exitCode(), same::all);
    assertTrue(same.out().contains("warn  the run  [incomplete]"), same::all);
    String before = Files.readString(budget);
    Run rejected = rowcall("budget", "--tighten", budget, reports);
    assertEquals(2, rejected.exitCode(), rejected::all);
    assertEquals(before, Files.readString(budget));
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    report(SampleReports.healthy());
    Files.writeString(budget, "mine");
    Run rejected = rowcall("budget", "--out", budget, reports);
    assertEquals(2, rejected.exitCode(), rejected::all);
    assertTrue(rejected.err().contains("--tighten"), rejected::all);
    assertEquals("mine", Files.readString(budget));
  }

  @Test
  void onlyWarnsOfASuspicion() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.findings.get(0).verdict = "suspect";
    report(report);
    Run run = rowcall("gate", "--budget", healthyBudget(), reports);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("warn  GET /api/my-500"), run::all);
  }

  private Path healthyBudget() throws IOException {
    return Files.writeString(folder.resolve("plain.yml"), "version: 1\n");
  }

  private Run write() throws IOException {
    Run run = rowcall("budget", "--out", budget, reports);
    assertEquals(0, run.exitCode(), run::all);
    return run;
  }

  private Run gate() {
    return rowcall("gate", "--budget", budget, reports);
  }

  private void report(Report report) throws IOException {
    SampleReports.write(report, reports.resolve("rowcall-sample-1.json"));
  }

  private static Finding nPlusOne(int number) {
    var finding = new Finding();
    finding.id = String.format(java.util.Locale.ROOT, "%016x", number);
    finding.type = "n+1-select";
    finding.verdict = "likely";
    finding.endpoint = "GET /api/my-500";
    finding.sentence = "N+1 number " + number + " \"at\" a line.";
    return finding;
  }
}
