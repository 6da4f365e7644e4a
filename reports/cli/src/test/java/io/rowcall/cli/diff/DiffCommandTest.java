package io.rowcall.cli.diff;

import static io.rowcall.cli.Run.rowcall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rowcall.cli.Reports;
import io.rowcall.cli.Run;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Latency;
import io.rowcall.format.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiffCommandTest {
  @TempDir private Path folder;

  @Test
  void tellsAnNPlusOneThatCameWithItsEndpointStatementAndFinding() throws IOException {
    Run run = diff(Reports.healthy(), Reports.withLoop(502));
    assertEquals(0, run.exitCode(), run::all);
    assertContains(run, "Endpoints: 1 worse, 0 new, 0 better, 0 gone, 0 same; showing 1 of 1");
    assertTrue(run.out().matches("(?s).*  worse +2 → 502 +0  GET /api/my-500\\n.*"), run::all);
    assertContains(run, "Findings: 0 worse, 1 new, 0 better, 0 gone, 0 same");
    assertContains(run, "N+1: SELECT activity ×501 at ContactService.java:42.");
    assertContains(run, "Statements: 0 worse, 1 new");
    assertContains(run, Reports.SQL);
  }

  @Test
  void tellsTheSameAsBetterAndGoneTheOtherWayRound() throws IOException {
    Run run = diff(Reports.withLoop(502), Reports.healthy());
    assertContains(run, "Endpoints: 0 worse, 0 new, 1 better, 0 gone, 0 same");
    assertContains(run, "Findings: 0 worse, 0 new, 0 better, 1 gone, 0 same");
  }

  @Test
  void tellsAFindingThatRepeatsMore() throws IOException {
    Run run = diff(Reports.withLoop(20), Reports.withLoop(30));
    assertContains(run, "Findings: 1 worse");
    assertContains(run, "repeats 19 → 29");
    assertContains(run, "Statements: 1 worse");
  }

  @Test
  void doesNotTakeAFindingForFixedWhoseEndpointWasNotAskedFor() throws IOException {
    Report other = Reports.healthy();
    other.endpoints.get(0).name = "GET /other";
    assertContains(
        diff(Reports.withLoop(20), other), "in GET /api/my-500, which the new run did not ask for");
    assertFalse(diff(Reports.withLoop(20), Reports.healthy()).out().contains("did not ask for"));
  }

  @Test
  void saysNothingOfWhatIsTheSame() throws IOException {
    Run run = diff(Reports.withLoop(20), Reports.withLoop(20));
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same; showing 0 of 0");
    assertFalse(run.out().contains("my-500"), run::all);
  }

  @Test
  void doesNotJudgeByHowManyRequestsWereSent() throws IOException {
    Report more = Reports.withLoop(20);
    more.totals.requests = 1_000;
    more.totals.executions = 20_000;
    more.endpoints.get(0).requests = 1_000;
    more.endpoints.get(0).executions.total = 20_000;
    more.statements.get(0).executions = 19_000;
    more.findings.get(0).requests = 1_000;
    Run run = diff(Reports.withLoop(20), more);
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    assertContains(run, "Findings: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    assertContains(run, "Statements: 0 worse, 0 new, 0 better, 0 gone, 1 same");
  }

  @Test
  void tellsEndpointsThatCameAndWent() throws IOException {
    Report other = Reports.healthy();
    other.endpoints.get(0).name = "GET /other";
    Run run = diff(Reports.healthy(), other);
    assertTrue(run.out().matches("(?s).*  new +2 +0  GET /other\\n  gone .*my-500.*"), run::all);
  }

  @ParameterizedTest
  @CsvSource({
    // requests, median ms, of the new run, what is said
    "1000, 20, 30, slower",
    "1000, 30, 20, faster",
    "1000, 20, 20.5, noise",
    "1000, 0.2, 0.5, noise",
    "20, 20, 22, noise",
    "3, 20, 90, noise",
    "100, 20, 60, slower",
  })
  void letsLatenciesInformOnlyBeyondNoise(int requests, double base, double now, String verdict)
      throws IOException {
    Run run = diff(withLatency(requests, base, 1), withLatency(requests, now, 2));
    assertContains(run, "Endpoints: 0 worse, 0 new, 0 better, 0 gone, 1 same");
    boolean noise = verdict.equals("noise");
    assertContains(run, "Latencies: showing " + (noise ? "0 of 0" : "1 of 1") + " that differ");
    assertEquals(noise, !run.out().contains("  " + verdict), run::all);
  }

  @Test
  void findsNoDifferenceBetweenRunsOfTheSameKind() throws IOException {
    int told = 0;
    for (int seed = 0; seed < 100; seed++) {
      Latency one = withLatency(500, 20, seed).endpoints.get(0).latencyMillis;
      Latency other = withLatency(500, 20, 1_000 + seed).endpoints.get(0).latencyMillis;
      told += LatencyChange.of(one, other).verdict() == LatencyChange.Verdict.NOISE ? 0 : 1;
    }
    assertTrue(told <= 1, told + " of 100");
  }

  @Test
  void printsAllOfItAsJson() throws IOException {
    Path base = Reports.write(Reports.withLoop(20), folder.resolve("rowcall-base.json"));
    Path now = Reports.write(Reports.withLoop(30), folder.resolve("rowcall-new.json"));
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
  void refusesToReadStdinTwice() {
    Run run = rowcall("diff", "-", "-");
    assertEquals(2, run.exitCode(), run::all);
    assertTrue(run.err().contains("expected BASE or NEW from stdin, found both"), run::all);
  }

  private Run diff(Report base, Report now) throws IOException {
    return rowcall(
        "diff",
        Reports.write(base, folder.resolve("rowcall-base.json")),
        Reports.write(now, folder.resolve("rowcall-new.json")));
  }

  private static Report withLatency(int requests, double medianMillis, long seed) {
    var report = Reports.healthy();
    var random = new Random(seed);
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    for (int i = 0; i < requests; i++) {
      histogram.recordValue((long) (medianMillis * 1_000 * Math.exp(random.nextGaussian() / 3)));
    }
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    Endpoint endpoint = report.endpoints.get(0);
    endpoint.requests = requests;
    endpoint.latencyMillis.histogram =
        Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    return report;
  }

  private static void assertContains(Run run, String part) {
    assertTrue(run.out().contains(part), () -> part + " is not in " + run.all());
  }
}
