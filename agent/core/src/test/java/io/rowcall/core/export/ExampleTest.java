package io.rowcall.core.export;

import static io.rowcall.core.record.Script.execute;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.record.Script;
import io.rowcall.format.Example;
import io.rowcall.format.ExampleExecution;
import io.rowcall.format.Report;
import io.rowcall.format.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExampleTest {
  private static final String PARENT = "SELECT * FROM contacts";
  private static final String CHILD = "SELECT * FROM activity WHERE contact_id = ?";

  @TempDir private Path folder;

  @Test
  void findingHasATimelineOfTheParentAndTheRepeats() throws IOException {
    Report report = written(s -> s.request("/contacts", () -> loop(10)));
    Example example = requireNonNull(report.findings.get(0).example);
    assertEquals(11, example.executions);
    assertEquals(11, example.timeline.size());
    assertEquals(id(report, PARENT), example.timeline.get(0).statement);
    assertEquals(10, example.timeline.get(0).rows);
    assertEquals(10, count(report, example, CHILD));
    double last = 0;
    for (ExampleExecution execution : example.timeline) {
      assertTrue(execution.startMs >= last, () -> execution.startMs + " ms");
      last = execution.startMs;
      assertTrue(execution.startMs + execution.durationMs <= example.durationMs + 0.01);
    }
    assertTrue(example.startedAt.compareTo(report.run.start) >= 0, example.startedAt);
  }

  @Test
  void keepsParentAndRepeatsOfALongRequest() throws IOException {
    Report report =
        written(
            s ->
                s.request(
                    "/contacts",
                    () -> {
                      for (int i = 0; i < 500; i++) {
                        execute("SELECT * FROM settings WHERE name" + i % 90 + " = 1", 1);
                      }
                      loop(200);
                    }));
    var finding =
        report.findings.stream().filter(f -> f.type.equals("n+1-select")).findFirst().orElseThrow();
    Example example = requireNonNull(finding.example);
    assertEquals(701, example.executions);
    assertEquals(100, example.timeline.size());
    assertEquals(1, count(report, example, PARENT));
    assertEquals(75, count(report, example, CHILD));
  }

  @Test
  void theRequestWithTheMostExecutionsIsTheExample() throws IOException {
    Report report =
        written(
            s -> {
              s.request("/contacts/1", () -> loop(10));
              s.request("/contacts/2", () -> loop(14));
              s.request("/contacts/3", () -> loop(12));
            });
    assertEquals(15, requireNonNull(report.findings.get(0).example).executions);
  }

  @Test
  void fiftyFindingsHaveAnExample() throws IOException {
    Report report =
        written(
            s -> {
              for (int i = 0; i < 120; i++) {
                String path = "/" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "/contacts";
                s.request(path, () -> loop(10));
              }
            });
    assertTrue(report.findings.size() >= 120, () -> report.findings.size() + " findings");
    assertEquals(50, report.findings.stream().filter(f -> f.example != null).count());
  }

  @Test
  void seriesAddUpToTheTotals() throws IOException {
    Report report =
        written(
            s -> {
              s.request("/contacts", () -> loop(10));
              s.request("/others", () -> execute(PARENT, 1));
              execute(PARENT, 1);
            });
    var totals = requireNonNull(report.totals.series);
    assertEquals(report.totals.requests, LongStream.of(totals.requests).sum());
    assertEquals(report.totals.executions, LongStream.of(totals.queries).sum());
    for (var endpoint : report.endpoints) {
      var series = requireNonNull(endpoint.series);
      assertEquals(endpoint.requests, LongStream.of(series.requests).sum());
      assertEquals(endpoint.executions.total, LongStream.of(series.queries).sum());
      assertTrue(series.p95Ms[0] > 0);
    }
  }

  private Report written(Consumer<Script> work) throws IOException {
    return requireNonNull(Recorded.report(folder, work));
  }

  private static long count(Report report, Example example, String sql) {
    String id = id(report, sql);
    var known = report.statements.stream().map(s -> s.id).collect(Collectors.toSet());
    var listed = new HashSet<>(example.timeline.stream().map(e -> e.statement).toList());
    assertTrue(known.containsAll(listed), () -> listed + " in " + known);
    return example.timeline.stream().filter(e -> e.statement.equals(id)).count();
  }

  private static String id(Report report, String sql) {
    List<Statement> found = report.statements.stream().filter(s -> s.sql.equals(sql)).toList();
    assertEquals(1, found.size(), sql);
    return found.get(0).id;
  }

  private static void loop(int rows) {
    execute(PARENT, rows);
    for (int i = 0; i < rows; i++) {
      execute(CHILD, 1, i);
    }
  }
}
