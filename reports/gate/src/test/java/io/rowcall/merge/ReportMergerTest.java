package io.rowcall.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Latency;
import io.rowcall.format.Report;
import io.rowcall.format.ReportException;
import io.rowcall.format.ReportJson;
import io.rowcall.input.ReportLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportMergerTest {
  private static final Path GOLDEN =
      Path.of("../format/src/test/resources/golden/rowcall-report-1.json");

  @Test
  void givesTheSameBytesForAnyOrderAndAnySplit() throws IOException {
    for (long seed = 0; seed < 150; seed++) {
      var reports = new RandomReports(seed);
      var texts = new ArrayList<String>();
      for (int i = 0; i < 7; i++) {
        texts.add(write(reports.next()));
      }
      String all = join(texts);
      var random = new Random(seed);
      for (int round = 0; round < 6; round++) {
        Collections.shuffle(texts, random);
        assertSame(all, join(joinedInGroups(texts, random)), "seed " + seed);
      }
    }
  }

  @Test
  void skipsStatementDetailsForAGate() throws IOException {
    var bare = ReportMerger.withoutStatementDetails();
    var whole = new ReportMerger();
    for (ReportMerger joined : List.of(bare, whole)) {
      try (var in = Files.newInputStream(GOLDEN)) {
        ReportJson.read("golden", in, joined);
      }
    }
    Report expected = whole.report();
    Report report = bare.report();
    assertTrue(expected.statements.stream().anyMatch(s -> !s.endpoints.isEmpty()));
    expected.statements.forEach(
        statement -> {
          statement.latencyMillis = new Latency();
          statement.endpoints = new ArrayList<>();
        });
    assertSame(write(expected), write(report), "golden");
  }

  /** Names the first line that differs. */
  private static void assertSame(String expected, String actual, String about) {
    String[] of = expected.split("\n", -1);
    String[] is = actual.split("\n", -1);
    for (int i = 0; i < Math.min(of.length, is.length); i++) {
      assertEquals(of[i], is[i], about + ", line " + (i + 1));
    }
    assertEquals(of.length, is.length, about);
  }

  /** Each group becomes a file of its own; some are joined once more. */
  private static List<String> joinedInGroups(List<String> texts, Random random) throws IOException {
    var groups = new ArrayList<String>();
    int from = 0;
    while (from < texts.size()) {
      int to = from + 1 + random.nextInt(texts.size() - from);
      String group = join(texts.subList(from, to));
      groups.add(random.nextBoolean() ? group : join(List.of(group)));
      from = to;
    }
    return groups;
  }

  @Test
  void givesAReportOfAnAgentAgainWhenItIsTheOnlyOne() throws IOException {
    String golden = Files.readString(GOLDEN);
    assertEquals(golden, join(List.of(golden)));
  }

  @Test
  void keepsEveryValueOfEveryHistogram() throws IOException {
    var random = new Random(1);
    var every = new Histogram(2);
    every.setAutoResize(true);
    long nanos = 0;
    var texts = new ArrayList<String>();
    for (int instance = 0; instance < 20; instance++) {
      var report = new RandomReports(instance).next();
      report.endpoints.clear();
      var endpoint = new io.rowcall.format.Endpoint();
      var one = new Histogram(2);
      one.setAutoResize(true);
      for (int i = 0; i < 100; i++) {
        long elapsed = (long) Math.exp(random.nextDouble() * 28);
        one.recordValue(elapsed / 1_000);
        every.recordValue(elapsed / 1_000);
        endpoint.latencyMillis.total += elapsed / 1e6;
        nanos += elapsed;
      }
      endpoint.requests = 100;
      endpoint.latencyMillis.histogram = EncodedHistogram.encode(one);
      endpoint.executions.histogram = endpoint.latencyMillis.histogram;
      endpoint.executions.max = one.getMaxValue();
      report.endpoints.add(endpoint);
      texts.add(write(report));
    }
    var joined = read(join(texts)).endpoints.get(0);
    assertEquals(EncodedHistogram.encode(every), joined.latencyMillis.histogram);
    assertEquals(nanos / 1e6, joined.latencyMillis.total, 1e-6);
    assertEquals(nanos / 1e6 / 2_000, joined.latencyMillis.mean, 1e-6);
    assertEquals(every.getMinValue() / 1e3, joined.latencyMillis.min);
    assertEquals(every.getValueAtPercentile(50) / 1e3, joined.latencyMillis.p50);
    assertEquals(every.getValueAtPercentile(99) / 1e3, joined.latencyMillis.p99);
    assertEquals(every.getMaxValue() / 1e3, joined.latencyMillis.max);
    assertEquals(every.getValueAtPercentile(95), joined.executions.p95);
  }

  @Test
  void addsUpWhatAddsUpAndTakesTheLargestOfWhatDoesNot() throws IOException {
    String golden = Files.readString(GOLDEN);
    Report three = read(join(List.of(golden, golden, golden)));
    assertEquals(42, three.totals.requests);
    assertEquals(90, three.totals.executions);
    assertEquals(1059.247326, three.totals.databaseMillis);
    assertEquals(2, three.totals.findings);
    var loop = three.endpoints.get(0);
    assertEquals(3, loop.requests);
    assertEquals(18, loop.executions.total);
    assertEquals(6, loop.executions.max);
    assertEquals(6, loop.executions.p50);
    assertEquals(15, loop.statements.get(0).executions);
    assertEquals(5, loop.statements.get(0).perRequestMax);
    var finding = three.findings.get(0);
    assertEquals(12, finding.avoidableExecutions);
    assertEquals(28.391676, finding.avoidableMillis);
    assertEquals(5, finding.repeats.max);
    assertTrue(finding.evidence.contains("seen in 3 requests"), finding.evidence::toString);
    assertEquals(225, three.caches.get(0).hits);
    assertEquals(0.75, three.caches.get(0).hitRatio);
    assertEquals(9, three.pools.get(0).peakActive);
    assertEquals(3, three.slowQueries.size());
    assertEquals("shop", three.run.service);
  }

  @Test
  void letsTheSurestReportSpeakAndOfTheseTheOneWithTheMostRepeats() throws IOException {
    var texts = new ArrayList<String>();
    for (String said : List.of("likely 90", "confirmed 7", "confirmed 8", "suspect 99")) {
      var report = new Report();
      var finding = new io.rowcall.format.Finding();
      finding.id = "f";
      finding.verdict = said.split(" ", 2)[0];
      finding.repeats.median = Long.parseLong(said.split(" ", 2)[1]);
      finding.repeats.max = finding.repeats.median;
      finding.sentence = said;
      report.findings.add(finding);
      texts.add(write(report));
    }
    var finding = read(join(texts)).findings.get(0);
    assertEquals("confirmed 8", finding.sentence);
    assertEquals("confirmed", finding.verdict);
    assertEquals(8, finding.repeats.median);
    assertEquals(99, finding.repeats.max);
  }

  @Test
  void keepsFieldsItDoesNotKnowWhereverTheyStand() throws IOException {
    String golden =
        Files.readString(GOLDEN)
            .replace("\"requests\": 1,", "\"requests\": 1, \"newer\": 1.10,")
            .replace("\"hits\": 75,", "\"hits\": 75, \"newer\": {\"b\": 1, \"a\": [null]},")
            .replace("\"jvm\":", "\"newer\": \"x\", \"jvm\":")
            .replace("\"mean\":", "\"newer\": true, \"mean\":");
    String joined = join(List.of(golden, Files.readString(GOLDEN)));
    assertEquals(
        golden.split("\"newer\"", -1).length,
        joined.split("\"newer\"", -1).length,
        "number of unknown fields");
    assertTrue(joined.contains("\"newer\": 1.10"), joined);
  }

  @Test
  void derivesSumsFromTheMeansOfReportsThatWroteNone() throws IOException {
    String golden = Files.readString(GOLDEN);
    String earlier =
        golden.replaceAll("(\"max\": [0-9.]+,\n) +\"total\": [0-9]+[.][0-9]+,\n", "$1");
    assertTrue(earlier.length() < golden.length());
    assertEquals(join(List.of(golden, golden)), join(List.of(earlier, earlier)));
  }

  @Test
  void readsFilesOnSeveralThreadsWithTheSameResult(@TempDir Path folder) throws IOException {
    var texts = new ArrayList<String>();
    for (int seed = 0; seed < 40; seed++) {
      texts.add(write(new RandomReports(seed).next()));
      Files.writeString(folder.resolve("rowcall-" + seed + ".json"), texts.get(seed));
    }
    for (int round = 0; round < 5; round++) {
      assertSame(
          join(texts),
          write(ReportLoader.load(List.of(folder.toString()))).stripTrailing(),
          "threads");
    }
  }

  @Test
  void takesTheLargestPercentileWhereNoReportHasAHistogram() throws IOException {
    var texts = new ArrayList<String>();
    for (double p95 : new double[] {12, 40, 7}) {
      var report = new Report();
      var endpoint = new io.rowcall.format.Endpoint();
      endpoint.requests = 1;
      endpoint.latencyMillis.p95 = p95;
      endpoint.executions.p95 = (long) p95;
      report.endpoints.add(endpoint);
      texts.add(write(report));
    }
    var joined = read(join(texts)).endpoints.get(0);
    assertEquals(40, joined.latencyMillis.p95);
    assertEquals(40, joined.executions.p95);
  }

  @Test
  void rejectsReportsThatExceedTheMemoryBudget() throws IOException {
    var text = new StringBuilder("{\"schema\": \"rowcall-report/1\", \"endpoints\": [");
    for (int i = 0; i < 10_000; i++) {
      text.append(i == 0 ? "" : ",\n").append("{\"name\": \"GET /").append(i).append("\"}");
    }
    byte[] bytes = text.append("]}").toString().getBytes(UTF_8);
    var joined = new ReportMerger(16 * 1024 * 1024);
    var rejected =
        assertThrows(
            ReportException.class,
            () -> ReportJson.read("many.json", new ByteArrayInputStream(bytes), joined));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.matches("many\\.json:\\d+:\\d+: expected .* fit into 8 MB .*"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "SElTVA==", "HISTFAAAAB14nJNpmSzMwMDAxAABMJoRxrf/"})
  void namesThePlaceOfABrokenHistogram(String broken) throws IOException {
    String text =
        Files.readString(GOLDEN)
            .replaceFirst("\"histogram\": \"[^\"]*\"", "\"histogram\": \"" + broken + "\"");
    var rejected = assertThrows(ReportException.class, () -> join(List.of(text)));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.matches("test\\.json:\\d+:\\d+: expected histogram: .* found .*"), message);
  }

  static String join(List<String> texts) throws IOException {
    var joined = new ReportMerger();
    for (String text : texts) {
      ReportJson.read("test.json", new ByteArrayInputStream(text.getBytes(UTF_8)), joined);
    }
    return write(joined.report());
  }

  static Report read(String text) throws IOException {
    return ReportJson.read("test.json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  static String write(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    ReportJson.write(report, out);
    return out.toString(UTF_8);
  }
}
