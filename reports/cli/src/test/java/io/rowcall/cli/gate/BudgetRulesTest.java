package io.rowcall.cli.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each word of a budget does. */
final class BudgetRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @TempDir private Path folder;

  @Test
  void takesEachSettingFromTheMostExactRuleThatHasIt() throws IOException {
    String budget =
        """
        endpoints:
          "GET /api/**": {queries: 5}
          "GET /api/*": {n-plus-one: off}
          "GET /api/my-500": {latency-p95-ms: 100}
        """;
    GateResult verdict = judge(Reports.withLoop(20), budget);
    assertEquals(List.of("error queries"), said(verdict));
    assertTrue(verdict.breaches().get(0).text().contains("budget.yml:3"), verdict::toString);
  }

  @Test
  void letsAnExactRuleSwitchOffWhatABroadOneAsks() throws IOException {
    String budget =
        """
        endpoints:
          "GET /api/**": {queries: 5, n-plus-one: error}
          "GET /api/my-500": {queries: off, n-plus-one: off}
        """;
    assertEquals(List.of(), said(judge(Reports.withLoop(20), budget)));
  }

  @Test
  void bearsAToleranceInQueriesAndInPercent() throws IOException {
    String absolute = "endpoints: {\"**\": {queries: {max: 20, tolerance: 2}, n-plus-one: off}}";
    String percent = "endpoints: {\"**\": {queries: {max: 20, tolerance: 10%}, n-plus-one: off}}";
    assertEquals(List.of(), said(judge(Reports.withLoop(22), absolute)));
    assertEquals(List.of(), said(judge(Reports.withLoop(22), percent)));
    assertEquals(List.of("error queries"), said(judge(Reports.withLoop(23), absolute)));
    GateResult passed = judge(Reports.withLoop(23), percent);
    assertTrue(
        passed.breaches().get(0).text().contains("23 queries in a request, 20 + 10 % allowed"),
        passed::toString);
  }

  @Test
  void onlyWarnsOfALimitThatTooFewRequestsPass() throws IOException {
    String budget = "endpoints: {\"**\": {latency-p95-ms: {max: 10, min-requests: 100}}}";
    Report report = Reports.healthy();
    assertEquals(List.of("warn latency-p95-ms"), said(judge(report, budget)));
    report.endpoints.get(0).requests = 100;
    assertEquals(List.of("error latency-p95-ms"), said(judge(report, budget)));
  }

  @Test
  void failsAnEndpointThatWasNotAskedOftenEnough() throws IOException {
    String asked = "endpoints: {\"GET /api/my-500\": {min-requests: 2}}";
    assertEquals(List.of("error min-requests"), said(judge(Reports.healthy(), asked)));
    String never = "endpoints: {\"GET /api/other\": {min-requests: 1}}";
    GateResult verdict = judge(Reports.healthy(), never);
    assertEquals(List.of("error min-requests"), said(verdict));
    assertTrue(verdict.breaches().get(0).text().startsWith("0 requests recorded, at least 1"));
  }

  @Test
  void failsARunOfFewerRequestsThanRequired() throws IOException {
    GateResult verdict = judge(Reports.healthy(), "require: {min-requests: 100}");
    assertEquals(List.of("error min-requests"), said(verdict));
    assertTrue(verdict.breaches().get(0).text().startsWith("1 request recorded, at least 100"));
  }

  @Test
  void allowsSoManyRepeatsOfAClass() throws IOException {
    String budget = "findings: {n+1-select: {max: 19}}";
    assertEquals(List.of(), said(judge(Reports.withLoop(20), budget)));
    GateResult verdict = judge(Reports.withLoop(21), budget);
    assertEquals(List.of("error n+1-select"), said(verdict));
    assertTrue(
        verdict.breaches().get(0).text().contains("20 in a request, 19 allowed"),
        verdict::toString);
  }

  @Test
  void failsASuspicionOnlyWhereTheBudgetAsksForIt() throws IOException {
    Report report = Reports.withLoop(20);
    report.findings.get(0).verdict = "suspect";
    assertEquals(List.of("warn n+1-select"), said(judge(report, "findings: {n-plus-one: error}")));
    assertEquals(
        List.of("error n+1-select"),
        said(judge(report, "findings: {n-plus-one: {verdict: suspect}}")));
    report.findings.get(0).verdict = "likely";
    assertEquals(
        List.of("warn n+1-select"),
        said(judge(report, "findings: {n-plus-one: {verdict: confirmed}}")));
  }

  @Test
  void onlyWarnsOfAFindingThatTooFewRequestsShow() throws IOException {
    String budget = "findings: {n-plus-one: {min-requests: 2}}";
    Report report = Reports.withLoop(20);
    assertEquals(List.of("warn n+1-select"), said(judge(report, budget)));
    report.findings.get(0).requests = 2;
    assertEquals(List.of("error n+1-select"), said(judge(report, budget)));
  }

  @Test
  void failsWhatTheAgentCouldNotCountUnlessTheBudgetBearsIt() throws IOException {
    Report report = Reports.healthy();
    report.totals.overflowedEndpoints = 3;
    report.totals.overflowedStatements = 1;
    report.totals.overflowedFindings = 7;
    report.totals.droppedRequests = 2;
    assertEquals(Collections.nCopies(4, "error incomplete"), said(judge(report, "")));
    assertEquals(
        Collections.nCopies(4, "warn incomplete"),
        said(judge(report, "require: {complete: warn}")));
    assertEquals(List.of(), said(judge(report, "require: {complete: off}")));
  }

  @Test
  void warnsOfSuppressedErrors() throws IOException {
    Report report = Reports.healthy();
    report.totals.suppressedErrors = 1;
    assertEquals(List.of("warn suppressed-errors"), said(judge(report, "")));
  }

  @Test
  void warnsOfWhatMatchesNothingAsLoudAsItIsTold() throws IOException {
    String entries =
        """
        endpoints: {GET /gone: {queries: 1}}
        debt:
          - {finding: "01", reason: old, until: 2999-01-01}
          - {finding: "02", endpoint: GET /gone, reason: old, until: 2999-01-01}
        """;
    GateResult verdict = judge(Reports.healthy(), entries);
    assertEquals(List.of("warn unused", "warn unused", "warn unused"), said(verdict));
    assertTrue(verdict.render("text").contains("the run did not ask its endpoint"));
    assertEquals(List.of(), said(judge(Reports.healthy(), "require: {unused: off}\n" + entries)));
    assertEquals(3, judge(Reports.healthy(), "require: {unused: error}\n" + entries).errors());
  }

  @Test
  void announcesDebtBeforeItsDay() throws IOException {
    String debt = "debt: [{finding: 00000000000000f1, reason: old, owner: me, until: %s}]";
    Report report = Reports.withLoop(20);
    assertEquals(List.of(), said(judge(report, debt.formatted("2026-07-01"))));
    assertEquals(List.of("warn debt-expires"), said(judge(report, debt.formatted("2026-06-10"))));
    assertEquals(List.of("warn debt-expires"), said(judge(report, debt.formatted("2026-06-01"))));
    assertEquals(List.of("error debt-expired"), said(judge(report, debt.formatted("2026-05-31"))));
  }

  @Test
  void takesExpiredDebtNoHarderThanTheFindingItself() throws IOException {
    String debt = "debt: [{finding: 00000000000000f1, reason: old, until: 2020-01-01}]\n";
    Report report = Reports.withLoop(20);
    assertEquals(
        List.of("warn debt-expired"), said(judge(report, debt + "findings: {n-plus-one: warn}")));
    assertEquals(List.of(), said(judge(report, debt + "findings: {n-plus-one: off}")));
  }

  @Test
  void saysHowManyRequestsShowWhatHasNoRepeats() throws IOException {
    Report report = Reports.withLoop(20);
    report.findings.get(0).type = "connection-leak";
    report.findings.get(0).verdict = "suspect";
    String text = judge(report, "").breaches().get(0).text();
    assertTrue(text.contains(" Seen in 1 request, none allowed (by default)."), text);
    assertTrue(text.contains(" Only a warning: suspect, in 1 request."), text);
  }

  @Test
  void saysWhereToLookWhenAFindingHasNoStatementOfItsOwn() throws IOException {
    Report report = Reports.withLoop(200);
    var tooMany = Reports.withLoop(200).findings.get(0);
    tooMany.id = "00000000000000f3";
    tooMany.type = "too-many-queries";
    tooMany.sentence = "Too many queries: 200 in one GET /api/my-500.";
    tooMany.statement = null;
    tooMany.callSite = null;
    report.findings.add(tooMany);
    GateResult verdict = judge(report, "findings: {n-plus-one: off, too-many-queries: error}");
    assertEquals(
        "Too many queries: 200 in one GET /api/my-500. Measured 199 in a request, none allowed"
            + " (BUDGET:2). 199 of one statement at ContactService.java:42: "
            + Reports.SQL
            + ". Fetch them with one IN query.",
        verdict
            .breaches()
            .get(0)
            .text()
            .replace(folder.resolve("budget.yml").toString(), "BUDGET"));
  }

  @Test
  void saysNoTimeThatDiffersFromRunToRun() throws IOException {
    Report report = Reports.withLoop(20);
    var finding = report.findings.get(0);
    finding.sentence =
        "N+1: SELECT A ×19 at B.java:42: 18 round trips avoidable, ~18.2 ms of 31 ms. Join.";
    String first = judge(report, "").render("json");
    finding.sentence = finding.sentence.replace("18.2 ms of 31 ms", "7.0 ms of 250 ms");
    finding.avoidableMillis = 7;
    assertEquals(first, judge(report, "").render("json"));
    assertTrue(first.contains("18 round trips avoidable. Join."), first);
    assertFalse(first.contains(" ms"), first);
  }

  @Test
  void putsTheWorstFirstInWhateverOrderTheReportIs() throws IOException {
    Report report = Reports.withLoop(20);
    var more = Reports.withLoop(500).findings.get(0);
    more.id = "00000000000000f2";
    report.findings.add(more);
    String first = judge(report, "").render("text");
    Collections.reverse(report.findings);
    assertEquals(first, judge(report, "").render("text"));
    assertTrue(first.indexOf("×499") < first.indexOf("×19"), first);
  }

  @Test
  void refusesWhatItDoesNotUnderstandWithTheLine() {
    refused("endpoints: {GET /a: {queries: {max: 3, tolerance: lots}}}", "expected a number");
    refused("endpoints: {GET /a: {queries: {tolerance: 3}}}", "expected max: a number");
    refused("endpoints: {GET /a: {queries: -1}}", "expected a number of 0 or more");
    refused("findings: {slow-query: {max: 3}}", "expected no max for slow-query");
    refused("findings: {n-plus-one: {verdict: sure}}", "expected suspect, likely, confirmed");
    refused("findings: {n-plus-1: error}", "the nearest is n-plus-one");
    refused("require: {min-requests: 1.5}", "expected a whole number");
    refused("debt: [{finding: a, reason: b, until: soon}]", "such as 2027-01-31");
    refused("debt: [{finding: a, until: 2027-01-31}]", "expected reason");
    refused("endpoints: [1, 2]", "expected patterns of endpoints, found a list");
    refused("? [a]\n: b", "expected a text or number");
    refused("a: " + "[".repeat(100_000), "expected");
  }

  private void refused(String budget, String message) {
    var refused =
        Assertions.assertThrows(
            io.rowcall.cli.InvalidInputException.class, () -> judge(Reports.healthy(), budget));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(message), said);
    assertTrue(said.contains("budget.yml"), said);
  }

  private static List<String> said(GateResult verdict) {
    return verdict.breaches().stream().map(b -> b.level().word() + " " + b.rule()).toList();
  }

  private GateResult judge(Report report, String budget) throws IOException {
    Path reports = Reports.write(report, folder.resolve("rowcall-a.json"));
    Path file = Files.writeString(folder.resolve("budget.yml"), "version: 1\n" + budget);
    return Gate.judge(new GateOptions(file, List.of(reports.toString()), List.of(folder), TODAY));
  }
}
