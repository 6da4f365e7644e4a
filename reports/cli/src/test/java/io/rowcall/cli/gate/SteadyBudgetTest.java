package io.rowcall.cli.gate;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Measured;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A budget of a run says the same of the next one, which meets other pages, caches and columns. */
final class SteadyBudgetTest {
  @TempDir private Path folder;
  private Path reports;
  private Path budget;

  @BeforeEach
  void makeFolder() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    budget = folder.resolve("rowcall-budget.yml");
  }

  @Test
  void holdsARouteOfStaticFilesAndNoNewPage() throws IOException {
    Report report = Reports.healthy();
    report.endpoints.add(endpoint("GET /**", 0));
    write(report);
    assertTrue(text().contains("  \"GET /**\": {queries: 0, exact: true}\n"), this::text);
    report.endpoints.add(endpoint("GET /orders/{id}", 3));
    assertEquals(0, gate(report).exitCode(), gate(report)::all);
    report.endpoints.get(1).executions.max = 1;
    assertEquals(1, gate(report).exitCode(), gate(report)::all);
    String json = rowcall("budget", "--json", reports).out();
    assertTrue(json.contains("\"exact\" : true"), json);
  }

  @Test
  void saysThatAPatternIsTheNameOfAnEndpoint() throws IOException {
    Report report = Reports.healthy();
    report.endpoints.add(endpoint("GET /**", 0));
    budget("endpoints: {\"GET /**\": {queries: 0}}");
    Run run = gate(report);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(run.out().contains("GET /** is an endpoint, too. Say exact: true if"), run::all);
  }

  @Test
  void passesInWhateverOrderTheCachesAreFilled() throws IOException {
    Report mixed = cached(10, 7, 3L, 9, 7);
    Report warm = cached(3, 0, 3L, 9, 0);
    Report cold = cached(10, 7, null, 0, 7);
    write(mixed);
    assertTrue(text().contains("{queries: {max: 3, cold: 10}}"), this::text);
    for (Report report : new Report[] {mixed, warm, cold}) {
      assertEquals(0, gate(report).exitCode(), gate(report)::all);
    }
    Run slower = gate(cached(10, 7, 4L, 9, 7));
    assertEquals(1, slower.exitCode(), slower::all);
    assertTrue(
        slower.out().contains("4 queries in a request, 3 allowed")
            && slower.out().contains("in one that missed no cache"),
        slower::all);
    Run colder = gate(cached(11, 8, 3L, 9, 8));
    assertEquals(1, colder.exitCode(), colder::all);
    assertTrue(colder.out().contains("11 queries in a request, 10 allowed"), colder::all);
    assertTrue(colder.out().contains(", in one with 8 cache misses"), colder::all);
  }

  @Test
  void onlyWarnsOfAColdCacheThatTheBudgetHasNotSeen() throws IOException {
    write(cached(3, 0, 3L, 9, 0));
    assertTrue(text().contains("{queries: {warm: 3}}"), this::text);
    Run cold = gate(cached(10, 7, 3L, 9, 7));
    assertEquals(0, cold.exitCode(), cold::all);
    assertTrue(cold.out().contains("in one with 7 cache misses: say cold: 10 there"), cold::all);
    assertEquals(1, gate(cached(4, 0, 4L, 9, 0)).exitCode());
  }

  @Test
  void saysWhatAColdCacheCostsWhereTheBudgetTellsNoDifference() throws IOException {
    budget("endpoints: {GET /api/my-500: {queries: 3}}");
    Run cold = gate(cached(10, 7, 3L, 9, 7));
    assertEquals(1, cold.exitCode(), cold::all);
    assertTrue(cold.out().contains("say queries: {max: 3, cold: 10}"), cold::all);
    Run both = gate(cached(10, 7, 5L, 9, 7));
    assertTrue(!both.out().contains("say queries"), both::all);
  }

  @Test
  void lowersOnlyTheKindOfRequestThatTheRunHasShown() throws IOException {
    budget("endpoints:\n  GET /api/my-500: {queries: {max: 5, cold: 12}}");
    tighten(cached(3, 0, 3L, 9, 0));
    assertTrue(text().contains("{max: 3, cold: 12}"), this::text);
    tighten(cached(10, 7, null, 0, 7));
    assertTrue(text().contains("{max: 3, cold: 10}"), this::text);
    budget("endpoints:\n  GET /api/my-500: {queries: 12}");
    tighten(cached(3, 0, 3L, 9, 0));
    assertTrue(text().contains("{queries: 12}"), this::text);
    tighten(cached(10, 7, 3L, 9, 7));
    assertTrue(text().contains("{queries: 10}"), this::text);
  }

  @Test
  void readsThePartOfARunThatCameAfterTheWarmUp() throws IOException {
    Report report = cached(10, 7, null, 0, 7);
    Endpoint endpoint = report.endpoints.get(0);
    endpoint.latencyMillis.p95 = 900;
    var measured = new Measured();
    measured.requests = 5;
    measured.executions.max = 3;
    measured.latencyMillis.p95 = 20;
    endpoint.measured = measured;
    write(report);
    assertTrue(text().contains("{queries: 3}"), this::text);
    budget("endpoints: {GET /api/my-500: {queries: 3, latency-p95-ms: 100, min-requests: 5}}");
    assertEquals(0, gate(report).exitCode(), gate(report)::all);
    measured.latencyMillis.p95 = 200;
    assertEquals(1, gate(report).exitCode(), gate(report)::all);
    measured.requests = 0;
    endpoint.requests = 5;
    Run counts = gate(report);
    assertTrue(counts.out().contains("10 queries in a request, 3 allowed"), counts::all);
    assertTrue(counts.out().contains("1 endpoint had no request after the warm-up"), counts::all);
    assertTrue(!counts.out().contains("p95"), counts::all);
  }

  @Test
  void failsNoLoopThatAWarmCacheAnswersUnlessTheBudgetAsksForIt() throws IOException {
    Report report = Reports.withLoop(20);
    report.findings.get(0).requestsWithMisses = 1;
    budget("");
    Run run = gate(report);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("every execution follows a cache miss"), run::all);
    budget("findings: {n-plus-one: {cold: error}}");
    assertEquals(1, gate(report).exitCode());
    report.findings.get(0).requests = 2;
    budget("");
    assertEquals(1, gate(report).exitCode());
  }

  @Test
  void bearsADebtWhoseStatementSelectsAColumnMore() throws IOException {
    write(withShape("00000000000000aa", "99ed3c2b1d6b7a55"));
    Report more = withShape("00000000000000ab", "99ed3c2b1d6b7a55");
    assertEquals(0, gate(more).exitCode(), gate(more)::all);
  }

  @Test
  void knowsADebtByTheIdOfAnOlderVersionAndSaysTheNewOne() throws IOException {
    Report report = withShape("d3e5f7def08e8e4d", "99ed3c2b1d6b7a55");
    var finding = report.findings.get(0);
    finding.endpoint = "GET /loop/{id}";
    String entry = "debt:\n- {finding: 7d1e3db21807f372, reason: a loop, until: 2999-01-01}\n";
    budget(entry);
    Run run = gate(report);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(
        run.out().contains(":3: the id is of an older version, today it is 00000000000000f1."),
        run::all);
    Run tightened = tighten(report);
    assertTrue(tightened.out().contains("1 id renewed"), tightened::all);
    assertEquals(
        "version: 1\n" + entry.replace("7d1e3db21807f372", "\"00000000000000f1\""), text());
  }

  @Test
  void namesAPaidDebtByItsSentence() throws IOException {
    write(Reports.withLoop(20));
    Run run = gate(Reports.healthy());
    assertEquals(0, run.exitCode(), run::all);
    String said = "\"N+1: SELECT activity ×19 at ContactService.java:42.\" of nobody yet";
    assertTrue(run.out().contains("The known debt " + said + " is paid"), run::all);
    assertTrue(run.out().contains("warn  GET /api/my-500  [unused]"), run::all);
    Run tightened = tighten(Reports.healthy());
    assertTrue(tightened.out().contains("paid: GET /api/my-500: " + said), tightened::all);
  }

  private static Report withShape(String statement, String shape) {
    Report report = Reports.withLoop(20);
    var of = Objects.requireNonNull(report.findings.get(0).statement);
    of.id = statement;
    of.shapeId = shape;
    return report;
  }

  private static Report cached(
      long max, long misses, @org.jspecify.annotations.Nullable Long warm, long hits, long all) {
    Report report = Reports.healthy();
    Endpoint endpoint = report.endpoints.get(0);
    endpoint.executions.max = max;
    endpoint.executions.maxCacheMisses = misses;
    endpoint.executions.maxWithoutMiss = warm;
    endpoint.cacheHits = hits;
    endpoint.cacheMisses = all;
    return report;
  }

  private static Endpoint endpoint(String name, long max) {
    Endpoint endpoint = Reports.healthy().endpoints.get(0);
    endpoint.name = name;
    endpoint.executions.max = max;
    return endpoint;
  }

  private void budget(String text) throws IOException {
    Files.writeString(budget, "version: 1\n" + text);
  }

  private void write(Report report) throws IOException {
    report(report);
    Run run = rowcall("budget", "--out", budget, reports);
    assertEquals(0, run.exitCode(), run::all);
    assertEquals(0, gate(report).exitCode(), gate(report)::all);
  }

  private Run gate(Report report) throws IOException {
    report(report);
    return rowcall("gate", "--budget", budget, reports);
  }

  private Run tighten(Report report) throws IOException {
    report(report);
    Run run = rowcall("budget", "--tighten", budget, reports);
    assertEquals(0, run.exitCode(), run::all);
    return run;
  }

  private void report(Report report) throws IOException {
    Reports.write(report, reports.resolve("rowcall-sample-1.json"));
  }

  private String text() {
    try {
      return Files.readString(budget);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
