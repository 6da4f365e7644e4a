package io.rowcall.cli;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.format.Report;
import io.rowcall.gate.SampleReports;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiffCommandTest {
  @TempDir private Path folder;

  @Test
  void reportsANewNPlusOneWithItsEndpointStatementAndFinding() throws IOException {
    Run run = diff(SampleReports.healthy(), SampleReports.withLoop(502));
    assertEquals(0, run.exitCode(), run::all);
    assertContains(run, "Endpoints: 1 worse, 0 new, 0 better, 0 gone, 0 same; showing 1 of 1");
    assertTrue(run.out().matches("(?s).*  worse +2 → 502 +0  GET /api/my-500\\n.*"), run::all);
    assertContains(run, "Findings: 0 worse, 1 new, 0 better, 0 gone, 0 same");
    assertContains(run, "N+1: SELECT activity ×501 at ContactService.java:42.");
    assertContains(run, "Statements: 0 worse, 1 new");
    assertContains(run, SampleReports.SQL);
  }

  @Test
  void reportsTheReverseAsBetterAndGone() throws IOException {
    Run run = diff(SampleReports.withLoop(502), SampleReports.healthy());
    assertContains(run, "Endpoints: 0 worse, 0 new, 1 better, 0 gone, 0 same");
    assertContains(run, "Findings: 0 worse, 0 new, 0 better, 1 gone, 0 same");
  }

  @Test
  void reportsAFindingThatRepeatsMore() throws IOException {
    Run run = diff(SampleReports.withLoop(20), SampleReports.withLoop(30));
    assertContains(run, "Findings: 1 worse");
    assertContains(run, "repeats 19 → 29");
    assertContains(run, "Statements: 1 worse");
  }

  @Test
  void doesNotReportAFindingAsFixedWithoutRequestsToItsEndpoint() throws IOException {
    Report other = SampleReports.healthy();
    other.endpoints.get(0).name = "GET /other";
    assertContains(
        diff(SampleReports.withLoop(20), other),
        "in GET /api/my-500, which has no requests in the new run");
    assertFalse(
        diff(SampleReports.withLoop(20), SampleReports.healthy())
            .out()
            .contains("has no requests in"));
  }

  @Test
  void omitsWhatIsUnchanged() throws IOException {
    Run run = diff(SampleReports.withLoop(20), SampleReports.withLoop(20));
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same; showing 0 of 0");
    assertFalse(run.out().contains("my-500"), run::all);
  }

  @Test
  void ignoresTheNumberOfRequests() throws IOException {
    Report busier = SampleReports.withLoop(20);
    busier.totals.requests = 1_000;
    busier.totals.executions = 20_000;
    busier.endpoints.get(0).requests = 1_000;
    busier.endpoints.get(0).executions.total = 20_000;
    busier.statements.get(0).executions = 19_000;
    busier.findings.get(0).requests = 1_000;
    Run run = diff(SampleReports.withLoop(20), busier);
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    assertContains(run, "Findings: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    assertContains(run, "Statements: 0 worse, 0 new, 0 better, 0 gone, 1 same");
  }

  @Test
  void listsNewAndGoneEndpoints() throws IOException {
    Report other = SampleReports.healthy();
    other.endpoints.get(0).name = "GET /other";
    Run run = diff(SampleReports.healthy(), other);
    assertTrue(run.out().matches("(?s).*  new +2 +0  GET /other\\n  gone .*my-500.*"), run::all);
  }

  @ParameterizedTest
  @CsvSource({
    // requests, median ms of the base, median ms of the new run, result
    "1000, 20, 30, slower",
    "1000, 30, 20, faster",
    "1000, 20, 20.5, noise",
    "1000, 0.2, 0.5, noise",
    "20, 20, 22, noise",
    "3, 20, 90, noise",
    "100, 20, 60, slower",
  })
  void reportsLatencyOnlyBeyondNoise(int requests, double base, double current, String verdict)
      throws IOException {
    Run run =
        diff(
            SampleReports.withLatency(requests, base, 1),
            SampleReports.withLatency(requests, current, 2));
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    boolean noise = verdict.equals("noise");
    assertContains(run, "Latencies: showing " + (noise ? "0 of 0" : "1 of 1") + " significant");
    assertEquals(noise, !run.out().contains("  " + verdict), run::all);
  }

  @Test
  void printsEverythingAsJson() throws IOException {
    Path base =
        SampleReports.write(SampleReports.withLoop(20), folder.resolve("rowcall-base.json"));
    Path now = SampleReports.write(SampleReports.withLoop(30), folder.resolve("rowcall-new.json"));
    Run run = rowcall("diff", "--json", base, now);
    var json = new ObjectMapper().readTree(run.out());
    assertEquals("worse", json.at("/endpoints/0/change").asText());
    assertEquals(20, json.at("/endpoints/0/baseMax").asLong());
    assertEquals(30, json.at("/endpoints/0/newMax").asLong());
    assertEquals("noise", json.at("/endpoints/0/latencyMillis/verdict").asText());
    assertEquals("n+1-select", json.at("/findings/0/class").asText());
    assertEquals(1, json.at("/new/requests").asLong());
    assertEquals("worse", json.at("/statements/0/change").asText());
  }

  @Test
  void rejectsReadingStdinTwice() {
    Run run = rowcall("diff", "-", "-");
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected BASE or NEW from stdin, found both"), run::all);
  }

  private Run diff(Report base, Report current) throws IOException {
    return rowcall(
        "diff",
        SampleReports.write(base, folder.resolve("rowcall-base.json")),
        SampleReports.write(current, folder.resolve("rowcall-new.json")));
  }

  private static void assertContains(Run run, String expected) {
    assertTrue(run.out().contains(expected), () -> expected + " is not in " + run.all());
  }
}
