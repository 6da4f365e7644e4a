package io.rowcall.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.format.Latency;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.read.ReportException;
import io.rowcall.format.read.ReportReader;
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
  void isIndependentOfOrderAndGrouping() throws IOException {
    for (long seed = 0; seed < 150; seed++) {
      var reports = new RandomReports(seed);
      var texts = new ArrayList<String>();
      for (int i = 0; i < 7; i++) {
        texts.add(write(reports.next()));
      }
      String all = merge(texts);
      var random = new Random(seed);
      for (int round = 0; round < 6; round++) {
        Collections.shuffle(texts, random);
        assertSame(all, merge(mergeInGroups(texts, random)), "seed " + seed);
      }
    }
  }

  @Test
  void skipsStatementDetailsForAGate() throws IOException {
    var bare = ReportMerger.withoutStatementDetails();
    var whole = new ReportMerger();
    for (ReportMerger merger : List.of(bare, whole)) {
      try (var in = Files.newInputStream(GOLDEN)) {
        ReportReader.read("golden", in, merger);
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

  /** Reports the first line that differs. */
  private static void assertSame(String expected, String actual, String label) {
    String[] expectedLines = expected.split("\n", -1);
    String[] actualLines = actual.split("\n", -1);
    for (int i = 0; i < Math.min(expectedLines.length, actualLines.length); i++) {
      assertEquals(expectedLines[i], actualLines[i], label + ", line " + (i + 1));
    }
    assertEquals(expectedLines.length, actualLines.length, label);
  }

  /** Merges random groups of reports; some of them twice. */
  private static List<String> mergeInGroups(List<String> texts, Random random) throws IOException {
    var groups = new ArrayList<String>();
    int start = 0;
    while (start < texts.size()) {
      int end = start + 1 + random.nextInt(texts.size() - start);
      String group = merge(texts.subList(start, end));
      groups.add(random.nextBoolean() ? group : merge(List.of(group)));
      start = end;
    }
    return groups;
  }

  @Test
  void preservesASingleReport() throws IOException {
    String golden = Files.readString(GOLDEN);
    assertEquals(golden, merge(List.of(golden)));
  }

  @Test
  void addsHistogramsWithoutLoss() throws IOException {
    var random = new Random(1);
    var all = new Histogram(2);
    all.setAutoResize(true);
    long nanos = 0;
    var texts = new ArrayList<String>();
    for (int instance = 0; instance < 20; instance++) {
      var report = new RandomReports(instance).next();
      report.endpoints.clear();
      var endpoint = new io.rowcall.format.Endpoint();
      var histogram = new Histogram(2);
      histogram.setAutoResize(true);
      for (int i = 0; i < 100; i++) {
        long elapsed = (long) Math.exp(random.nextDouble() * 28);
        histogram.recordValue(elapsed / 1_000);
        all.recordValue(elapsed / 1_000);
        endpoint.latencyMillis.total += elapsed / 1e6;
        nanos += elapsed;
      }
      endpoint.requests = 100;
      endpoint.latencyMillis.histogram = EncodedHistogram.encode(histogram);
      endpoint.executions.histogram = endpoint.latencyMillis.histogram;
      endpoint.executions.max = histogram.getMaxValue();
      report.endpoints.add(endpoint);
      texts.add(write(report));
    }
    var merged = read(merge(texts)).endpoints.get(0);
    assertEquals(EncodedHistogram.encode(all), merged.latencyMillis.histogram);
    assertEquals(nanos / 1e6, merged.latencyMillis.total, 1e-6);
    assertEquals(nanos / 1e6 / 2_000, merged.latencyMillis.mean, 1e-6);
    assertEquals(all.getMinValue() / 1e3, merged.latencyMillis.min);
    assertEquals(all.getValueAtPercentile(50) / 1e3, merged.latencyMillis.p50);
    assertEquals(all.getValueAtPercentile(99) / 1e3, merged.latencyMillis.p99);
    assertEquals(all.getMaxValue() / 1e3, merged.latencyMillis.max);
    assertEquals(all.getValueAtPercentile(95), merged.executions.p95);
  }

  @Test
  void addsSumsAndKeepsMaxima() throws IOException {
    String golden = Files.readString(GOLDEN);
    Report three = read(merge(List.of(golden, golden, golden)));
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
  void usesTheStrongestVerdictThenTheMostRepeats() throws IOException {
    var texts = new ArrayList<String>();
    for (String sentence : List.of("likely 90", "confirmed 7", "confirmed 8", "suspect 99")) {
      var report = new Report();
      var finding = new io.rowcall.format.Finding();
      finding.id = "f";
      finding.verdict = sentence.split(" ", 2)[0];
      finding.repeats.median = Long.parseLong(sentence.split(" ", 2)[1]);
      finding.repeats.max = finding.repeats.median;
      finding.sentence = sentence;
      report.findings.add(finding);
      texts.add(write(report));
    }
    var finding = read(merge(texts)).findings.get(0);
    assertEquals("confirmed 8", finding.sentence);
    assertEquals("confirmed", finding.verdict);
    assertEquals(8, finding.repeats.median);
    assertEquals(99, finding.repeats.max);
  }

  @Test
  void preservesUnknownFieldsEverywhere() throws IOException {
    String golden =
        Files.readString(GOLDEN)
            .replace("\"requests\": 1,", "\"requests\": 1, \"newer\": 1.10,")
            .replace("\"hits\": 75,", "\"hits\": 75, \"newer\": {\"b\": 1, \"a\": [null]},")
            .replace("\"jvm\":", "\"newer\": \"x\", \"jvm\":")
            .replace("\"mean\":", "\"newer\": true, \"mean\":");
    String merged = merge(List.of(golden, Files.readString(GOLDEN)));
    assertEquals(
        golden.split("\"newer\"", -1).length,
        merged.split("\"newer\"", -1).length,
        "number of unknown fields");
    assertTrue(merged.contains("\"newer\": 1.10"), merged);
  }

  @Test
  void derivesSumsFromMeansOfOlderReports() throws IOException {
    String golden = Files.readString(GOLDEN);
    String earlier =
        golden.replaceAll("(\"max\": [0-9.]+,\n) +\"total\": [0-9]+[.][0-9]+,\n", "$1");
    assertTrue(earlier.length() < golden.length());
    assertEquals(merge(List.of(golden, golden)), merge(List.of(earlier, earlier)));
  }

  @Test
  void readsFilesConcurrentlyWithTheSameResult(@TempDir Path folder) throws IOException {
    var texts = new ArrayList<String>();
    for (int seed = 0; seed < 40; seed++) {
      texts.add(write(new RandomReports(seed).next()));
      Files.writeString(folder.resolve("rowcall-" + seed + ".json"), texts.get(seed));
    }
    for (int round = 0; round < 5; round++) {
      assertSame(
          merge(texts),
          write(ReportLoader.load(List.of(folder.toString()))).stripTrailing(),
          "threads");
    }
  }

  @Test
  void usesTheLargestPercentileWithoutHistograms() throws IOException {
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
    var merged = read(merge(texts)).endpoints.get(0);
    assertEquals(40, merged.latencyMillis.p95);
    assertEquals(40, merged.executions.p95);
  }

  @Test
  void rejectsReportsThatExceedTheMemoryBudget() throws IOException {
    var text = new StringBuilder("{\"schema\": \"rowcall-report/1\", \"endpoints\": [");
    for (int i = 0; i < 10_000; i++) {
      text.append(i == 0 ? "" : ",\n").append("{\"name\": \"GET /").append(i).append("\"}");
    }
    byte[] bytes = text.append("]}").toString().getBytes(UTF_8);
    var merged = new ReportMerger(16 * 1024 * 1024);
    var rejected =
        assertThrows(
            ReportException.class,
            () -> ReportReader.read("many.json", new ByteArrayInputStream(bytes), merged));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.matches("many\\.json:\\d+:\\d+: expected .* fit into 8 MB .*"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "SElTVA==", "HISTFAAAAB14nJNpmSzMwMDAxAABMJoRxrf/"})
  void reportsThePositionOfAnInvalidHistogram(String broken) throws IOException {
    String text =
        Files.readString(GOLDEN)
            .replaceFirst("\"histogram\": \"[^\"]*\"", "\"histogram\": \"" + broken + "\"");
    var rejected = assertThrows(ReportException.class, () -> merge(List.of(text)));
    String message = String.valueOf(rejected.getMessage());
    assertTrue(message.matches("test\\.json:\\d+:\\d+: expected histogram: .* found .*"), message);
  }

  static String merge(List<String> texts) throws IOException {
    var merged = new ReportMerger();
    for (String text : texts) {
      ReportReader.read("test.json", new ByteArrayInputStream(text.getBytes(UTF_8)), merged);
    }
    return write(merged.report());
  }

  static Report read(String text) throws IOException {
    return ReportReader.read("test.json", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  static String write(Report report) throws IOException {
    var out = new ByteArrayOutputStream();
    ReportWriter.write(report, out);
    return out.toString(UTF_8);
  }
}
