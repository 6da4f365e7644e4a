package io.rowcall.cli;

import static io.rowcall.cli.TerminalText.count;
import static io.rowcall.cli.TerminalText.line;
import static io.rowcall.cli.TerminalText.millis;

import io.rowcall.format.Cache;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A report for people: what is worth fixing first, and always how much of all is shown. */
final class ShowText {
  private static final Comparator<Endpoint> BY_AVOIDABLE =
      Comparator.comparingLong((Endpoint e) -> e.avoidableExecutions)
          .thenComparingLong(e -> e.executions.total)
          .reversed()
          .thenComparing(e -> e.name);
  private static final Comparator<Statement> BY_MILLIS =
      Comparator.comparingDouble((Statement s) -> s.millis).reversed().thenComparing(s -> s.id);

  private final Report report;
  private final ReportFilter selection;
  private final int top;
  private final int width;
  private final boolean full;
  private final PrintWriter out;
  private final Ansi ansi;

  ShowText(
      Report report,
      ReportFilter selection,
      int top,
      int width,
      boolean full,
      PrintWriter out,
      Ansi ansi) {
    this.report = report;
    this.selection = selection;
    this.top = top;
    this.width = full ? Integer.MAX_VALUE : width;
    this.full = full;
    this.out = out;
    this.ansi = ansi;
  }

  void print() {
    totals();
    findings(selection.findings());
    endpoints(selection.endpoints());
    statements(selection.statements());
    caches(report.caches);
    pools(report.pools);
    slowQueries(selection.slowQueries());
    slowRequests(selection.slowRequests());
  }

  private void totals() {
    var t = report.totals;
    out.println(ansi.string("@|bold " + escaped(report.run.service) + "|@"));
    out.println(line(report.run.start + " to " + report.run.end));
    if (report.run.running > 0) {
      out.println(ansi.string("@|yellow " + TerminalText.notEnded(report.run.running) + "|@"));
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%s, %s; %s in %s ms, %d failed; %s%n",
        count(t.requests, "request", "requests"),
        count(t.errors, "error", "errors"),
        count(t.executions, "query", "queries"),
        millis(t.databaseMillis),
        t.executionErrors,
        count(t.rows, "row", "rows"));
    if (t.unattributedExecutions + t.lateExecutions > 0) {
      out.printf(
          Locale.ROOT,
          "of these queries, %d outside of requests and %d after their request had ended%n",
          t.unattributedExecutions,
          t.lateExecutions);
    }
    notListed(
        "queries that two requests could own, counted as outside of requests",
        t.ambiguousExecutions);
    notListed("requests that had not ended", t.openRequests);
    notListed("queries of requests that had not ended", t.openExecutions);
    notListed("dropped requests", t.droppedRequests);
    notListed("requests of endpoints beyond the limit, counted as (other)", t.overflowedEndpoints);
    notListed("statements beyond the limit, counted as (other)", t.overflowedStatements);
    notListed("requests with a finding beyond the limit", t.overflowedFindings);
    notListed("lost lines of logs", t.droppedLogLines);
    notListed("statements that could not be read in full", t.uncertainStatements);
    notListed("suppressed errors of Rowcall", t.suppressedErrors);
  }

  private void notListed(String what, long count) {
    if (count > 0) {
      out.printf(Locale.ROOT, "%s%n", ansi.string("@|yellow " + count + " " + what + "|@"));
    }
  }

  private void findings(List<Finding> findings) {
    heading("Findings", "the largest saving first", findings.size(), report.findings.size());
    var card = new FindingCard(out);
    for (Finding finding : first(findings)) {
      if (full) {
        card.printInFull(finding);
      } else {
        card.print(finding);
      }
    }
    String noLines = report.run.noLines;
    if (noLines != null && report.findings.stream().allMatch(finding -> finding.callSite == null)) {
      out.println(line(noLines));
    }
  }

  private void endpoints(List<Endpoint> endpoints) {
    heading(
        "Endpoints", "the most avoidable queries first", endpoints.size(), report.endpoints.size());
    var table =
        new Table(
            "endpoint",
            "requests",
            "errors",
            "queries p50",
            "p95",
            "max",
            "avoidable",
            "saves",
            "p95 ms",
            "db ms");
    for (Endpoint e : first(endpoints.stream().sorted(BY_AVOIDABLE).toList())) {
      table.row(
          line(e.name),
          Long.toString(e.requests),
          Long.toString(e.errors),
          Long.toString(e.executions.p50),
          Long.toString(e.executions.p95),
          Long.toString(e.executions.max),
          Long.toString(e.avoidableExecutions),
          String.format(Locale.ROOT, "%.0f %%", e.potentialPercent),
          millis(e.latencyMillis.p95),
          millis(e.databaseMillis));
    }
    out.print(table);
  }

  private void statements(List<Statement> statements) {
    heading("Statements", "the most time first", statements.size(), report.statements.size());
    var table =
        new Table("id", "executions", "errors", "rows", "total ms", "p95 ms", "").textAtEnd(width);
    for (Statement s : first(statements.stream().sorted(BY_MILLIS).toList())) {
      table.row(
          line(s.id),
          Long.toString(s.executions),
          Long.toString(s.errors),
          Long.toString(s.rows),
          millis(s.millis),
          millis(s.latencyMillis.p95),
          line(s.sql));
    }
    out.print(table);
  }

  private void caches(List<Cache> caches) {
    if (caches.isEmpty()) {
      return;
    }
    heading("Caches", "the most look-ups first", caches.size(), caches.size());
    var table =
        new Table("cache", "hits", "misses", "hit ratio", "loads", "load ms", "evictions", "size");
    for (Cache c : first(caches)) {
      table.row(
          line(c.name + " (" + c.kind + ")"),
          Long.toString(c.hits),
          Long.toString(c.misses),
          TerminalText.percent(c.hitRatio),
          Long.toString(c.loads),
          millis(c.loadMillis),
          Long.toString(c.evictions),
          Long.toString(c.size));
    }
    out.print(table);
  }

  private void pools(List<Pool> pools) {
    if (pools.isEmpty()) {
      return;
    }
    heading("Pools", "by name", pools.size(), pools.size());
    var table = new Table("pool", "most in use", "of", "p50 ms to wait", "p95", "max");
    for (Pool p : first(pools)) {
      table.row(
          line(p.name + " (" + p.kind + ")"),
          Long.toString(p.peakActive),
          Long.toString(p.max),
          millis(p.waitMillis.p50),
          millis(p.waitMillis.p95),
          millis(p.waitMillis.max));
    }
    out.print(table);
  }

  private void slowQueries(List<SlowQuery> queries) {
    if (report.totals.slowQueries + report.slowQueries.size() == 0) {
      return;
    }
    long all = Math.max(report.totals.slowQueries, report.slowQueries.size());
    heading("Slow queries", "the slowest first", queries.size(), all);
    var table = new Table("ms", "").textAtEnd();
    queries.stream()
        .sorted(Comparator.comparingDouble(q -> -q.durationMillis))
        .limit(top)
        .forEach(
            q -> {
              String where = line(q.endpoint + at(q.callSite));
              String sql = Table.cut(line(q.statement.sql), Math.max(40, width - where.length()));
              table.row(millis(q.durationMillis), where + "  " + sql);
            });
    out.print(table);
  }

  private void slowRequests(List<SlowRequest> requests) {
    if (report.totals.slowRequests + report.slowRequests.size() == 0) {
      return;
    }
    long all = Math.max(report.totals.slowRequests, report.slowRequests.size());
    heading("Slow requests", "the slowest first", requests.size(), all);
    var table = new Table("ms", "queries", "db ms", "status", "").textAtEnd();
    requests.stream()
        .sorted(Comparator.comparingDouble(r -> -r.durationMillis))
        .limit(top)
        .forEach(
            r ->
                table.row(
                    millis(r.durationMillis),
                    Long.toString(r.executions),
                    millis(r.databaseMillis),
                    Integer.toString(r.status),
                    line(r.endpoint + "  " + r.timestamp)));
    out.print(table);
  }

  private static String at(@Nullable CallSite site) {
    return site == null ? "" : " at " + site.place();
  }

  private <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(top, all.size()));
  }

  /** {@code showing 20 of 779}; with a filter, of those that match, and of all. */
  private void heading(String what, String order, int matching, long all) {
    String of =
        selection.isWhole() || matching == all
            ? Long.toString(all)
            : matching + " that match, " + all + " in all";
    out.printf(
        Locale.ROOT,
        "%n%s: showing %d of %s%s%n",
        ansi.string("@|bold " + what + "|@"),
        Math.min(top, matching),
        of,
        matching > 1 ? ", " + order : "");
  }

  /** Without what picocli would take for its own mark-up. */
  private static String escaped(String text) {
    return line(text).replace("@|", "@ |").replace("|@", "| @");
  }
}
