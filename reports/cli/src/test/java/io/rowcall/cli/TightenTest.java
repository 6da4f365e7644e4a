package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tightens budgets that people have edited. */
final class TightenTest {
  @TempDir private Path folder;

  @Test
  void preservesEverythingElse() throws IOException {
    String budget =
        """
        # 😀 Agreed with the team.
        version: 1
        findings: {duplicate: off}   # too many
        endpoints:
          'GET /api/my-500':   # the heavy one
            queries: {max: 30, tolerance: 10%}
            latency-p95-ms: 900
          GET /gone: {queries: 7}
        debt:
          # paid
          - finding: 00000000000000d1
            reason: old
            until: 2030-01-01

          # stays
          - finding: 00000000000000f1
            reason: old
            until: 2030-01-01
        # the end
        """;
    assertEquals(
        budget
            .replace("max: 30", "max: 20")
            .replace("  - finding: 00000000000000d1\n    reason: old\n    until: 2030-01-01\n", ""),
        tightened(budget, SampleReports.withLoop(20)));
  }

  @Test
  void removesTheKeyWithItsLastEntry() throws IOException {
    String budget =
        """
        version: 1
        debt:
        - finding: 00000000000000d1
          reason: old
          until: 2030-01-01
        - {finding: 00000000000000d2, reason: old, until: 2030-01-01}
        """;
    assertEquals("version: 1\n", tightened(budget, SampleReports.healthy()));
  }

  @Test
  void keepsSuppressionsOfEndpointsWithoutRequests() throws IOException {
    String budget =
        """
        version: 1
        debt:
        - {finding: "d1", endpoint: GET /gone, reason: old, until: 2030-01-01}
        """;
    assertEquals(budget, tightened(budget, SampleReports.healthy()));
  }

  @Test
  void reportsEntriesToRemoveByHand() throws IOException {
    String budget = "version: 1\ndebt: [{finding: d1, reason: old, until: 2030-01-01}]\n";
    assertEquals(budget, tightened(budget, SampleReports.healthy()));
    assertTrue(tighten(SampleReports.healthy()).out().contains("fixed, remove by hand: \"old\" ("));
  }

  @Test
  void lowersABroadRuleToTheEndpointsItAppliesTo() throws IOException {
    Report report = SampleReports.withLoop(20);
    var other = SampleReports.healthy().endpoints.get(0);
    other.name = "GET /api/other";
    report.endpoints.add(other);
    String budget =
        """
        version: 1
        endpoints:
          GET /api/**: {queries: 10}
          GET /api/my-500: {queries: 50}
        """;
    assertEquals(
        budget.replace("10", "2").replace("{queries: 50}", "{queries: 20}"),
        tightened(budget, report));
  }

  private String tightened(String budget, Report report) throws IOException {
    Files.writeString(folder.resolve("budget.yml"), budget);
    Run run = tighten(report);
    assertEquals(0, run.exitCode(), run::all);
    return Files.readString(folder.resolve("budget.yml"));
  }

  private Run tighten(Report report) throws IOException {
    Path reports = SampleReports.write(report, folder.resolve("rowcall-a.json"));
    return rowcall("budget", "--tighten", folder.resolve("budget.yml"), reports);
  }
}
