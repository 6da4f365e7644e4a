package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Measured;
import io.rowcall.format.Report;
import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A budget stays valid for later runs, with other pages, cache states and columns. */
final class SteadyBudgetTest {
  @TempDir private Path folder;
  private Path reports;
  private Path budget;

  @BeforeEach
  void createFolder() throws IOException {
    reports = Files.createDirectory(folder.resolve("reports"));
    budget = folder.resolve("rowcall-budget.yml");
  }

  @Test
  void limitsARouteNamedLikeAPatternWithoutLimitingOthers() throws IOException {
    Report report = SampleReports.healthy();
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
  void notesThatAPatternIsAlsoAnEndpoint() throws IOException {
    Report report = SampleReports.healthy();
    report.endpoints.add(endpoint("GET /**", 0));
    budget("endpoints: {\"GET /**\": {queries: 0}}");
    Run run = gate(report);
    assertEquals(1, run.exitCode(), run::all);
    assertTrue(
        run.out().contains("GET /** is also the name of an endpoint. Add exact: true"), run::all);
  }

  @Test
  void passesForAnyOrderInWhichCachesFill() throws IOException {
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
        slower.out().contains("4 queries in one request, 3 allowed")
            && slower.out().contains("in a request without a cache miss"),
        slower::all);
    Run colder = gate(cached(11, 8, 3L, 9, 8));
    assertEquals(1, colder.exitCode(), colder::all);
    assertTrue(colder.out().contains("11 queries in one request, 10 allowed"), colder::all);
    assertTrue(colder.out().contains(", in a request with 8 cache misses"), colder::all);
  }

  @Test
  void onlyWarnsOfAColdCacheIfOnlyWarmOnesAreLimited() throws IOException {
    write(cached(3, 0, 3L, 9, 0));
    assertTrue(text().contains("{queries: {warm: 3}}"), this::text);
    Run cold = gate(cached(10, 7, 3L, 9, 7));
    assertEquals(0, cold.exitCode(), cold::all);
    assertTrue(
        cold.out().contains("in a request with 7 cache misses: to allow that, add cold: 10"),
        cold::all);
    assertEquals(1, gate(cached(4, 0, 4L, 9, 0)).exitCode());
  }

  @Test
  void suggestsASeparateLimitForColdCaches() throws IOException {
    budget("endpoints: {GET /api/my-500: {queries: 3}}");
    Run cold = gate(cached(10, 7, 3L, 9, 7));
    assertEquals(1, cold.exitCode(), cold::all);
    assertTrue(cold.out().contains("use queries: {max: 3, cold: 10}"), cold::all);
    Run both = gate(cached(10, 7, 5L, 9, 7));
    assertTrue(!both.out().contains("use queries"), both::all);
  }

  @Test
  void lowersOnlyLimitsThatTheRunHasMeasured() throws IOException {
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
  void usesOnlyRequestsAfterTheWarmUp() throws IOException {
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
    assertTrue(counts.out().contains("10 queries in one request, 3 allowed"), counts::all);
    assertTrue(counts.out().contains("1 endpoint had no request after the warm-up"), counts::all);
    assertTrue(!counts.out().contains("p95"), counts::all);
  }

  @Test
  void onlyWarnsOfAnNPlusOneThatAWarmCacheAvoids() throws IOException {
    Report report = SampleReports.withLoop(20);
    report.findings.get(0).requestsWithMisses = 1;
    budget("");
    Run run = gate(report);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(run.out().contains("each execution follows a cache miss"), run::all);
    budget("findings: {n-plus-one: {cold: error}}");
    assertEquals(1, gate(report).exitCode());
    report.findings.get(0).requests = 2;
    budget("");
    assertEquals(1, gate(report).exitCode());
  }

  @Test
  void acceptsAFindingWhoseStatementSelectsAnotherColumn() throws IOException {
    write(withShape("00000000000000aa", "99ed3c2b1d6b7a55"));
    Report otherColumns = withShape("00000000000000ab", "99ed3c2b1d6b7a55");
    assertEquals(0, gate(otherColumns).exitCode(), gate(otherColumns)::all);
  }

  @Test
  void acceptsLegacyIdsAndUpdatesThem() throws IOException {
    Report report = withShape("d3e5f7def08e8e4d", "99ed3c2b1d6b7a55");
    var finding = report.findings.get(0);
    finding.endpoint = "GET /loop/{id}";
    String entry = "debt:\n- {finding: 7d1e3db21807f372, reason: a loop, until: 2999-01-01}\n";
    budget(entry);
    Run run = gate(report);
    assertEquals(0, run.exitCode(), run::all);
    assertTrue(
        run.out().contains(":3: the id is from an older version; it is now 00000000000000f1."),
        run::all);
    Run tightened = tighten(report);
    assertTrue(tightened.out().contains("1 id updated"), tightened::all);
    assertEquals(
        "version: 1\n" + entry.replace("7d1e3db21807f372", "\"00000000000000f1\""), text());
  }

  @Test
  void namesAFixedFindingByItsSentence() throws IOException {
    write(SampleReports.withLoop(20));
    Run run = gate(SampleReports.healthy());
    assertEquals(0, run.exitCode(), run::all);
    String description =
        "\"N+1: SELECT activity ×19 at ContactService.java:42.\" (owner: nobody yet)";
    assertTrue(
        run.out().contains("Accepted finding " + description + " no longer occurs"), run::all);
    assertTrue(run.out().contains("warn  GET /api/my-500  [unused]"), run::all);
    Run tightened = tighten(SampleReports.healthy());
    assertTrue(
        tightened.out().contains("fixed and removed: GET /api/my-500: " + description),
        tightened::all);
  }

  private static Report withShape(String statement, String shape) {
    Report report = SampleReports.withLoop(20);
    var reference = Objects.requireNonNull(report.findings.get(0).statement);
    reference.id = statement;
    reference.shapeId = shape;
    return report;
  }

  private static Report cached(
      long max, long misses, @org.jspecify.annotations.Nullable Long warm, long hits, long all) {
    Report report = SampleReports.healthy();
    Endpoint endpoint = report.endpoints.get(0);
    endpoint.executions.max = max;
    endpoint.executions.maxCacheMisses = misses;
    endpoint.executions.maxWithoutMiss = warm;
    endpoint.cacheHits = hits;
    endpoint.cacheMisses = all;
    return report;
  }

  private static Endpoint endpoint(String name, long max) {
    Endpoint endpoint = SampleReports.healthy().endpoints.get(0);
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
    SampleReports.write(report, reports.resolve("rowcall-sample-1.json"));
  }

  private String text() {
    try {
      return Files.readString(budget);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
