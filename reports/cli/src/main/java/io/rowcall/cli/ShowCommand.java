package io.rowcall.cli;

import io.rowcall.format.Endpoint;
import io.rowcall.format.Report;
import io.rowcall.format.ReportJson;
import io.rowcall.format.StatementFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rowcall show}: what a run did, the findings first. */
@Command(
    name = "show",
    description = "Prints the findings, endpoints and statements of reports.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Reports, folders of reports, or - for stdin. Default: rowcall-reports")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--top", description = "Rows of each table. Default: 20")
  private int top = 20;

  @Option(names = "--endpoint", description = "Only endpoints that contain this text.")
  private String endpoint = "";

  @Option(names = "--statement", description = "Only statements that contain this text.")
  private String statement = "";

  @Option(names = "--min-queries", description = "Only endpoints with this many in a request.")
  private long minQueries;

  @Option(names = "--json", description = "Print the joined report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Report report = Input.read(paths);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      var bytes = new ByteArrayOutputStream();
      ReportJson.write(report, bytes);
      out.println(bytes.toString(StandardCharsets.UTF_8));
      return Main.PASSED;
    }
    totals(report, out);
    findings(report, out);
    endpoints(report, out);
    statements(report, out);
    slow(report, out);
    return Main.PASSED;
  }

  private static void totals(Report report, PrintWriter out) {
    var t = report.totals;
    out.printf(
        Locale.ROOT,
        "%s  %s to %s%n%n%d requests, %d errors, %d queries (%.1f ms), %d rows; %d outside of"
            + " requests, %d late%n",
        report.run.service,
        report.run.start,
        report.run.end,
        t.requests,
        t.errors,
        t.executions,
        t.databaseMillis,
        t.rows,
        t.unattributedExecutions,
        t.lateExecutions);
    long lost = t.droppedRequests + t.overflowedEndpoints + t.overflowedStatements;
    if (lost + t.suppressedErrors > 0) {
      out.printf(
          Locale.ROOT,
          "not listed: %d dropped requests, %d endpoints and %d statements beyond the limits;"
              + " %d suppressed errors%n",
          t.droppedRequests,
          t.overflowedEndpoints,
          t.overflowedStatements,
          t.suppressedErrors);
    }
  }

  private void findings(Report report, PrintWriter out) {
    var shown =
        report.findings.stream()
            .filter(finding -> finding.endpoint.contains(endpoint))
            .filter(
                f ->
                    statement.isEmpty()
                        || (f.statement != null && f.statement.sql.contains(statement)))
            .toList();
    heading(out, "Findings", shown.size());
    for (var finding : shown.subList(0, Math.min(top, shown.size()))) {
      out.printf(
          Locale.ROOT,
          "  %s  %s  in %s%n      %s%n",
          finding.id,
          finding.verdict,
          finding.endpoint,
          finding.sentence);
    }
  }

  private void endpoints(Report report, PrintWriter out) {
    Map<String, Long> avoidable = new HashMap<>();
    report.findings.forEach(f -> avoidable.merge(f.endpoint, f.avoidableExecutions, Long::sum));
    var shown =
        report.endpoints.stream()
            .filter(e -> e.name.contains(endpoint) && e.executions.max >= minQueries)
            .sorted(
                Comparator.comparingLong((Endpoint e) -> -avoidable.getOrDefault(e.name, 0L))
                    .thenComparing(e -> -e.executions.total)
                    .thenComparing(e -> e.name))
            .toList();
    heading(out, "Endpoints", shown.size());
    var table =
        new Table(
            "endpoint",
            "requests",
            "errors",
            "queries p50",
            "max",
            "avoidable",
            "p95 ms",
            "db ms",
            "");
    for (var e : shown.subList(0, Math.min(top, shown.size()))) {
      table.row(
          e.name,
          Long.toString(e.requests),
          Long.toString(e.errors),
          Long.toString(e.executions.p50),
          Long.toString(e.executions.max),
          Long.toString(avoidable.getOrDefault(e.name, 0L)),
          millis(e.latencyMillis.p95),
          millis(e.databaseMillis),
          "");
    }
    out.print(table);
  }

  private void statements(Report report, PrintWriter out) {
    var shown =
        report.statements.stream()
            .filter(s -> s.sql.contains(statement))
            .filter(
                s -> endpoint.isEmpty() || s.endpoints.stream().anyMatch(e -> e.contains(endpoint)))
            .sorted(Comparator.comparingDouble((StatementFigures s) -> -s.millis))
            .toList();
    heading(out, "Statements", shown.size());
    var table = new Table("id", "executions", "errors", "rows", "total ms", "p95 ms", "statement");
    for (var s : shown.subList(0, Math.min(top, shown.size()))) {
      table.row(
          s.id,
          Long.toString(s.executions),
          Long.toString(s.errors),
          Long.toString(s.rows),
          millis(s.millis),
          millis(s.latencyMillis.p95),
          Table.cut(s.sql.replace('\n', ' ')));
    }
    out.print(table);
  }

  private void slow(Report report, PrintWriter out) {
    var shown =
        report.slowQueries.stream()
            .sorted(Comparator.comparingDouble(q -> -q.durationMillis))
            .limit(top)
            .toList();
    if (!shown.isEmpty()) {
      heading(out, "Slow queries", (int) report.totals.slowQueries);
      for (var query : shown) {
        out.printf(
            Locale.ROOT,
            "  %s ms  %s%s  %s%n",
            millis(query.durationMillis),
            query.endpoint,
            query.callSite == null ? "" : " at " + query.callSite.place(),
            Table.cut(query.statement.sql));
      }
    }
    for (var cache : report.caches) {
      out.printf(Locale.ROOT, "cache %s: %.1f %% hits%n", cache.name, cache.hitRatio * 100);
    }
    for (var pool : report.pools) {
      out.printf(
          Locale.ROOT, "pool %s: %d of %d at the peak%n", pool.name, pool.peakActive, pool.max);
    }
  }

  private void heading(PrintWriter out, String what, int count) {
    out.printf(Locale.ROOT, "%n%s: showing %d of %d%n", what, Math.min(top, count), count);
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
