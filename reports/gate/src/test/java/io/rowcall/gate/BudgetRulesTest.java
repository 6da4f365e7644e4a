package io.rowcall.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Report;
import io.rowcall.gate.output.OutputFormat;
import io.rowcall.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effect of each key of a budget. */
final class BudgetRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @TempDir private Path folder;

  @Test
  void usesTheMostSpecificRuleForEachSetting() throws IOException {
    String budget =
        """
        endpoints:
          "GET /api/**": {queries: 5}
          "GET /api/*": {n-plus-one: off}
          "GET /api/my-500": {latency-p95-ms: 100}
        """;
    GateResult result = evaluate(SampleReports.withLoop(20), budget);
    assertEquals(List.of("error queries"), violations(result));
    assertTrue(result.violations().get(0).message().contains("budget.yml:3"), result::toString);
  }

  @Test
  void turnsOffABroadRuleForOneEndpoint() throws IOException {
    String budget =
        """
        endpoints:
          "GET /api/**": {queries: 5, n-plus-one: error}
          "GET /api/my-500": {queries: off, n-plus-one: off}
        """;
    assertEquals(List.of(), violations(evaluate(SampleReports.withLoop(20), budget)));
  }

  @Test
  void appliesATolerance() throws IOException {
    String absolute = "endpoints: {\"**\": {queries: {max: 20, tolerance: 2}, n-plus-one: off}}";
    String percent = "endpoints: {\"**\": {queries: {max: 20, tolerance: 10%}, n-plus-one: off}}";
    assertEquals(List.of(), violations(evaluate(SampleReports.withLoop(22), absolute)));
    assertEquals(List.of(), violations(evaluate(SampleReports.withLoop(22), percent)));
    assertEquals(
        List.of("error queries"), violations(evaluate(SampleReports.withLoop(23), absolute)));
    GateResult passed = evaluate(SampleReports.withLoop(23), percent);
    assertTrue(
        passed
            .violations()
            .get(0)
            .message()
            .contains("23 queries in one request, 20 + 10 % allowed"),
        passed::toString);
  }

  @Test
  void limitsTheCallsOfARequestApartFromItsQueries() throws IOException {
    String budget = "endpoints: {\"**\": {queries: 2, calls: {max: 4, tolerance: 1}}}";
    assertEquals(List.of(), violations(evaluate(SampleReports.withCalls(5), budget)));
    GateResult result = evaluate(SampleReports.withCalls(6), budget);
    assertEquals(List.of("error calls"), violations(result));
    String message = result.violations().get(0).message();
    assertTrue(message.startsWith("6 calls in one request, 4 + 1 allowed ("), message);
    assertTrue(message.contains("; 6 of one call: GET stock.example/items/{id}."), message);
    assertEquals(
        List.of(),
        violations(evaluate(SampleReports.healthy(), "endpoints: {\"**\": {calls: 0}}")));
  }

  @Test
  void draftsAndTightensALimitOfCalls() throws IOException {
    var ratchet = new Ratchet(SampleReports.withCalls(5));
    String draft = ratchet.draft("shop", TODAY).toYaml();
    assertTrue(draft.contains("{queries: 2, calls: 5}"), draft);
    Path file = folder.resolve("tighten.yml");
    Files.writeString(file, "version: 1\nendpoints: {\"GET /api/**\": {calls: 9}}\n");
    String tightened = new Ratchet(SampleReports.withCalls(5)).tighten(file).text();
    assertTrue(tightened.contains("{calls: 5}"), tightened);
  }

  @Test
  void onlyWarnsIfTooFewRequestsExceedALimit() throws IOException {
    String budget = "endpoints: {\"**\": {latency-p95-ms: {max: 10, min-requests: 100}}}";
    Report report = SampleReports.healthy();
    assertEquals(List.of("warn latency-p95-ms"), violations(evaluate(report, budget)));
    report.endpoints.get(0).requests = 100;
    assertEquals(List.of("error latency-p95-ms"), violations(evaluate(report, budget)));
  }

  @Test
  void failsAnEndpointWithTooFewRequests() throws IOException {
    String required = "endpoints: {\"GET /api/my-500\": {min-requests: 2}}";
    assertEquals(
        List.of("error min-requests"), violations(evaluate(SampleReports.healthy(), required)));
    String never = "endpoints: {\"GET /api/other\": {min-requests: 1}}";
    GateResult result = evaluate(SampleReports.healthy(), never);
    assertEquals(List.of("error min-requests"), violations(result));
    assertTrue(
        result
            .violations()
            .get(0)
            .message()
            .startsWith("0 requests recorded, at least 1 required"));
  }

  @Test
  void failsARunWithTooFewRequests() throws IOException {
    GateResult result = evaluate(SampleReports.healthy(), "require: {min-requests: 100}");
    assertEquals(List.of("error min-requests"), violations(result));
    assertTrue(
        result
            .violations()
            .get(0)
            .message()
            .startsWith("1 request recorded, at least 100 required"));
  }

  @Test
  void allowsRepeatsUpToAMaximum() throws IOException {
    String budget = "findings: {n+1-select: {max: 19}}";
    assertEquals(List.of(), violations(evaluate(SampleReports.withLoop(20), budget)));
    GateResult result = evaluate(SampleReports.withLoop(21), budget);
    assertEquals(List.of("error n+1-select"), violations(result));
    assertTrue(
        result.violations().get(0).message().contains("20 in one request, 19 allowed"),
        result::toString);
  }

  @Test
  void failsASuspicionOnlyIfTheBudgetSaysSo() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.findings.get(0).verdict = "suspect";
    assertEquals(
        List.of("warn n+1-select"), violations(evaluate(report, "findings: {n-plus-one: error}")));
    assertEquals(
        List.of("error n+1-select"),
        violations(evaluate(report, "findings: {n-plus-one: {verdict: suspect}}")));
    report.findings.get(0).verdict = "likely";
    assertEquals(
        List.of("warn n+1-select"),
        violations(evaluate(report, "findings: {n-plus-one: {verdict: confirmed}}")));
  }

  @Test
  void onlyWarnsOfAFindingInTooFewRequests() throws IOException {
    String budget = "findings: {n-plus-one: {min-requests: 2}}";
    Report report = SampleReports.withLoop(20);
    assertEquals(List.of("warn n+1-select"), violations(evaluate(report, budget)));
    report.findings.get(0).requests = 2;
    assertEquals(List.of("error n+1-select"), violations(evaluate(report, budget)));
  }

  @Test
  void failsAnIncompleteRunUnlessTheBudgetAcceptsIt() throws IOException {
    Report report = SampleReports.healthy();
    report.totals.overflowedEndpoints = 3;
    report.totals.overflowedStatements = 1;
    report.totals.overflowedFindings = 7;
    report.totals.droppedRequests = 2;
    assertEquals(Collections.nCopies(4, "error incomplete"), violations(evaluate(report, "")));
    assertEquals(
        Collections.nCopies(4, "warn incomplete"),
        violations(evaluate(report, "require: {complete: warn}")));
    assertEquals(List.of(), violations(evaluate(report, "require: {complete: off}")));
  }

  @Test
  void warnsOfSuppressedErrors() throws IOException {
    Report report = SampleReports.healthy();
    report.totals.suppressedErrors = 1;
    assertEquals(List.of("warn suppressed-errors"), violations(evaluate(report, "")));
  }

  @Test
  void reportsUnusedEntriesWithTheConfiguredLevel() throws IOException {
    String entries =
        """
        endpoints: {GET /gone: {queries: 1}}
        debt:
          - {finding: "01", reason: old, until: 2999-01-01}
          - {finding: "02", endpoint: GET /gone, reason: old, until: 2999-01-01}
        """;
    GateResult result = evaluate(SampleReports.healthy(), entries);
    assertEquals(List.of("warn unused", "warn unused", "warn unused"), violations(result));
    assertTrue(OutputFormat.TEXT.render(result).contains("the run has no request to its endpoint"));
    assertEquals(
        List.of(),
        violations(evaluate(SampleReports.healthy(), "require: {unused: off}\n" + entries)));
    assertEquals(
        3, evaluate(SampleReports.healthy(), "require: {unused: error}\n" + entries).errors());
  }

  @Test
  void announcesAnExpiringSuppression() throws IOException {
    String debt = "debt: [{finding: 00000000000000f1, reason: old, owner: me, until: %s}]";
    Report report = SampleReports.withLoop(20);
    assertEquals(List.of(), violations(evaluate(report, debt.formatted("2026-07-01"))));
    assertEquals(
        List.of("warn debt-expires"), violations(evaluate(report, debt.formatted("2026-06-10"))));
    assertEquals(
        List.of("warn debt-expires"), violations(evaluate(report, debt.formatted("2026-06-01"))));
    assertEquals(
        List.of("error debt-expired"), violations(evaluate(report, debt.formatted("2026-05-31"))));
  }

  @Test
  void reportsAnExpiredSuppressionWithTheLevelOfItsFinding() throws IOException {
    String debt = "debt: [{finding: 00000000000000f1, reason: old, until: 2020-01-01}]\n";
    Report report = SampleReports.withLoop(20);
    assertEquals(
        List.of("warn debt-expired"),
        violations(evaluate(report, debt + "findings: {n-plus-one: warn}")));
    assertEquals(List.of(), violations(evaluate(report, debt + "findings: {n-plus-one: off}")));
  }

  @Test
  void statesTheNumberOfRequestsForAFindingWithoutRepeats() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.findings.get(0).type = "connection-leak";
    report.findings.get(0).verdict = "suspect";
    String text = evaluate(report, "").violations().get(0).message();
    assertTrue(text.contains(" Seen in 1 request, none allowed (by default)."), text);
    assertTrue(text.contains(" Only a warning: suspect, in 1 request."), text);
  }

  @Test
  void namesTheTopStatementForAFindingWithoutOne() throws IOException {
    Report report = SampleReports.withLoop(200);
    var tooMany = SampleReports.withLoop(200).findings.get(0);
    tooMany.id = "00000000000000f3";
    tooMany.type = "too-many-queries";
    tooMany.sentence = "Too many queries: 200 in one GET /api/my-500.";
    tooMany.statement = null;
    tooMany.callSite = null;
    report.findings.add(tooMany);
    GateResult result = evaluate(report, "findings: {n-plus-one: off, too-many-queries: error}");
    assertEquals(
        "Too many queries: 200 in one GET /api/my-500. Measured 199 in one request, none allowed"
            + " (BUDGET:2). 199 of one statement at ContactService.java:42: "
            + SampleReports.SQL
            + ". Fetch them with one IN query.",
        result
            .violations()
            .get(0)
            .message()
            .replace(folder.resolve("budget.yml").toString(), "BUDGET"));
  }

  @Test
  void omitsTimesThatDifferFromRunToRun() throws IOException {
    Report report = SampleReports.withLoop(20);
    var finding = report.findings.get(0);
    finding.sentence = "N+1: SELECT A ×19 at B.java:42. Join.";
    finding.saving = "18 round trips, ~18.2 ms of 31 ms";
    String first = OutputFormat.JSON.render(evaluate(report, ""));
    finding.saving = "18 round trips, ~7.0 ms of 250 ms";
    finding.avoidableMillis = 7;
    assertEquals(first, OutputFormat.JSON.render(evaluate(report, "")));
    assertTrue(first.contains("B.java:42. Join."), first);
    assertFalse(first.contains(" ms"), first);
  }

  @Test
  void listsTheWorstFirstForAnyOrderOfFindings() throws IOException {
    Report report = SampleReports.withLoop(20);
    var larger = SampleReports.withLoop(500).findings.get(0);
    larger.id = "00000000000000f2";
    report.findings.add(larger);
    String first = OutputFormat.TEXT.render(evaluate(report, ""));
    Collections.reverse(report.findings);
    assertEquals(first, OutputFormat.TEXT.render(evaluate(report, "")));
    assertTrue(first.indexOf("×499") < first.indexOf("×19"), first);
  }

  @Test
  void rejectsInvalidBudgetsWithTheirLine() {
    assertRejected(
        "endpoints: {GET /a: {queries: {max: 3, tolerance: lots}}}", "expected a number");
    assertRejected("endpoints: {GET /a: {queries: {tolerance: 3}}}", "expected max: a number");
    assertRejected("endpoints: {GET /a: {queries: -1}}", "expected a number of 0 or more");
    assertRejected("findings: {slow-query: {max: 3}}", "expected no max for slow-query");
    assertRejected(
        "findings: {n-plus-one: {verdict: sure}}", "expected suspect, likely, confirmed");
    assertRejected("findings: {n-plus-1: error}", "did you mean n-plus-one?");
    assertRejected("require: {min-requests: 1.5}", "expected a whole number");
    assertRejected("debt: [{finding: a, reason: b, until: soon}]", "such as 2027-01-31");
    assertRejected("debt: [{finding: a, until: 2027-01-31}]", "expected reason");
    assertRejected("endpoints: [1, 2]", "expected endpoint patterns, found a list");
    assertRejected("? [a]\n: b", "expected a text or number");
    assertRejected("a: " + "[".repeat(100_000), "expected");
  }

  private void assertRejected(String budget, String expected) {
    var rejected =
        Assertions.assertThrows(
            InvalidInputException.class, () -> evaluate(SampleReports.healthy(), budget));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.contains(expected), message);
    assertTrue(message.contains("budget.yml"), message);
  }

  private static List<String> violations(GateResult result) {
    return result.violations().stream().map(b -> b.level().keyword() + " " + b.rule()).toList();
  }

  private GateResult evaluate(Report report, String budget) throws IOException {
    Path reports = SampleReports.write(report, folder.resolve("rowcall-a.json"));
    Path file = Files.writeString(folder.resolve("budget.yml"), "version: 1\n" + budget);
    return Gate.evaluate(
        new GateOptions(file, List.of(reports.toString()), List.of(folder), TODAY));
  }
}
