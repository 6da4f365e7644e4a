package io.rowcall.core.metrics;

import static io.rowcall.core.record.Script.execute;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.config.Config;
import io.rowcall.core.export.LiveFigures;
import io.rowcall.core.record.Script;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  @Test
  void countsWhatTheReportCounts() throws IOException {
    String text =
        metrics(
            false,
            script -> {
              script.request("/contacts", () -> loop(10));
              script.request("/contacts", () -> loop(10));
              execute("SELECT * FROM shops", 1);
            });
    assertLine("rowcall_request_duration_seconds_count{endpoint=\"GET /contacts\"} 2", text);
    assertLine("rowcall_request_executions_sum{endpoint=\"GET /contacts\"} 22.0", text);
    assertLine("rowcall_request_executions_bucket{endpoint=\"GET /contacts\",le=\"10.0\"} 0", text);
    assertLine("rowcall_request_executions_bucket{endpoint=\"GET /contacts\",le=\"20.0\"} 2", text);
    assertLine("rowcall_request_executions_bucket{endpoint=\"GET /contacts\",le=\"+Inf\"} 2", text);
    assertLine("rowcall_executions_total{origin=\"request\"} 22.0", text);
    assertLine("rowcall_executions_total{origin=\"outside\"} 1.0", text);
    assertLine("rowcall_findings{class=\"n+1-select\",verdict=\"confirmed\"} 1.0", text);
    assertLine(
        "rowcall_finding_requests_total{class=\"n+1-select\",endpoint=\"GET /contacts\"} 2.0",
        text);
    assertLine("rowcall_suppressed_errors_total 0.0", text);
  }

  @Test
  void speaksOpenMetrics() throws IOException {
    String text = metrics(true, script -> script.request("/contacts", () -> loop(3)));
    assertTrue(text.endsWith("# EOF\n"), text);
    assertTrue(text.contains("# TYPE rowcall_request_duration_seconds histogram"), text);
  }

  @Test
  void boundsTheEndpointsAndLosesNone() throws IOException {
    String text =
        metrics(
            false,
            script -> {
              for (int i = 0; i < 300; i++) {
                String word = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
                script.request("/" + word + "/contacts", () -> loop(3));
              }
            });
    var counts =
        text.lines().filter(line -> line.startsWith("rowcall_request_executions_sum{")).toList();
    assertEquals(EndpointLabels.MAX + 1, counts.size());
    double sum =
        counts.stream()
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
    assertEquals(300 * 4, sum);
  }

  @Test
  void escapesHostileNames() throws IOException {
    String text = metrics(false, s -> s.request("/a\"} 1\nrowcall_rows_total 9999", () -> loop(3)));
    assertTrue(text.lines().noneMatch(line -> line.equals("rowcall_rows_total 9999")), text);
  }

  @Test
  void documentationHasEachMetric() throws IOException {
    String page = Files.readString(Path.of("../docs/live.md"));
    String start = "<!-- metrics -->\n";
    int from = page.indexOf(start) + start.length();
    assertEquals(Metric.table(), page.substring(from, page.indexOf("\n\n", from) + 1));
  }

  private static void loop(int rows) {
    execute("SELECT id FROM contact", rows);
    for (int i = 0; i < rows; i++) {
      execute("SELECT * FROM activity WHERE contact_id = ?", 1, i);
    }
  }

  private static void assertLine(String line, String text) {
    assertTrue(List.of(text.split("\n")).contains(line), () -> line + " in " + text);
  }

  private static String metrics(boolean openMetrics, Consumer<Script> work) throws IOException {
    var config =
        Config.read(
            "service=shop,report.dir=", new Properties(), Map.of(), new File("no-such-folder"));
    var out = new ByteArrayOutputStream();
    LiveFigures.writeMetrics(config, work, openMetrics, out);
    return out.toString(UTF_8);
  }
}
