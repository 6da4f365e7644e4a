package io.rowcall.show;

import static io.rowcall.text.TerminalText.line;
import static io.rowcall.text.TerminalText.millis;

import io.rowcall.format.Cache;
import io.rowcall.format.Call;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.text.Table;
import io.rowcall.text.TerminalText;
import io.rowcall.text.TextStyle;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a report as text. The most worthwhile fixes come first; each list says what it omits. */
public final class ReportText {
  private static final Comparator<Endpoint> BY_AVOIDABLE =
      Comparator.comparingLong((Endpoint e) -> e.avoidableExecutions)
          .thenComparingLong(e -> e.executions.total)
          .reversed()
          .thenComparing(e -> e.name);
  private static final Comparator<Statement> BY_MILLIS =
      Comparator.comparingDouble((Statement s) -> s.millis).reversed().thenComparing(s -> s.id);

  /** SQL in a list of slow queries keeps at least this many characters. */
  private static final int MIN_SQL = 40;

  private final Report report;
  private final ReportFilter filter;
  private final Options options;
  private final int width;
  private final PrintWriter out;
  private final TextStyle style;

  /**
   * Amount of text to print.
   *
   * @param maxRows rows of each list
   * @param width of a line, in characters; SQL at the end of a line is truncated to fit
   * @param full whether findings are printed with SQL, callers, evidence and advice, and without
   *     truncation
   */
  public record Options(int maxRows, int width, boolean full) {
    /** For files and logs. */
    public static final Options DEFAULT = new Options(20, 120, false);
  }

  private ReportText(
      Report report, ReportFilter filter, Options options, PrintWriter out, TextStyle style) {
    this.report = report;
    this.filter = filter;
    this.options = options;
    this.width = options.full ? Integer.MAX_VALUE : options.width;
    this.out = out;
    this.style = style;
  }

  /**
   * Prints what matches a filter.
   *
   * @param filter of this report
   */
  public static void print(
      Report report, ReportFilter filter, Options options, PrintWriter out, TextStyle style) {
    new ReportText(report, filter, options, out, style).print();
  }

  private void print() {
    new TotalsText(report, out, style).print();
    printFindings(filter.findings());
    printEndpoints(filter.endpoints());
    printStatements(filter.statements());
    printUnattributed(UnattributedText.statements(filter.statements()));
    printCalls(filter.calls());
    printCaches(report.caches);
    printPools(report.pools);
    printSlowQueries(filter.slowQueries());
    printSlowRequests(filter.slowRequests());
  }

  private void printFindings(List<Finding> findings) {
    printHeading("Findings", "largest saving first", findings.size(), report.findings.size());
    var card = new FindingCard(out);
    for (Finding finding : firstRows(findings)) {
      if (options.full) {
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

  private void printEndpoints(List<Endpoint> endpoints) {
    printHeading(
        "Endpoints", "most avoidable queries first", endpoints.size(), report.endpoints.size());
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
    for (Endpoint e : firstRows(endpoints.stream().sorted(BY_AVOIDABLE).toList())) {
      table.addRow(
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

  private void printStatements(List<Statement> statements) {
    printHeading("Statements", "most time first", statements.size(), report.statements.size());
    var table =
        new Table("id", "executions", "errors", "rows", "total ms", "p95 ms", "")
            .withTrailingText(width);
    for (Statement s : firstRows(statements.stream().sorted(BY_MILLIS).toList())) {
      table.addRow(
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

  private void printCalls(List<Call> calls) {
    if (report.calls.isEmpty()) {
      return;
    }
    printHeading("Calls to other services", "most time first", calls.size(), report.calls.size());
    var table = new Table("calls", "errors", "total ms", "p95 ms", "").withTrailingText(width);
    for (Call c : firstRows(calls)) {
      table.addRow(
          Long.toString(c.calls),
          Long.toString(c.errors),
          millis(c.millis),
          millis(c.latencyMillis.p95),
          line(c.kind + "  " + c.template));
    }
    out.print(table);
  }

  private void printUnattributed(List<Statement> statements) {
    if (statements.isEmpty()) {
      return;
    }
    int all = UnattributedText.statements(report.statements).size();
    printHeading("Outside of requests", "most executions first", statements.size(), all);
    out.print(UnattributedText.table(firstRows(statements), width));
    out.println(UnattributedText.HINT);
  }

  private void printCaches(List<Cache> caches) {
    if (caches.isEmpty()) {
      return;
    }
    printHeading("Caches", "most lookups first", caches.size(), caches.size());
    var table =
        new Table("cache", "hits", "misses", "hit ratio", "loads", "load ms", "evictions", "size");
    for (Cache c : firstRows(caches)) {
      table.addRow(
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

  private void printPools(List<Pool> pools) {
    if (pools.isEmpty()) {
      return;
    }
    printHeading("Pools", "by name", pools.size(), pools.size());
    var table = new Table("pool", "peak active", "max", "wait p50 ms", "p95", "max");
    for (Pool p : firstRows(pools)) {
      table.addRow(
          line(p.name + " (" + p.kind + ")"),
          Long.toString(p.peakActive),
          Long.toString(p.max),
          millis(p.waitMillis.p50),
          millis(p.waitMillis.p95),
          millis(p.waitMillis.max));
    }
    out.print(table);
  }

  private void printSlowQueries(List<SlowQuery> queries) {
    if (report.totals.slowQueries + report.slowQueries.size() == 0) {
      return;
    }
    long all = Math.max(report.totals.slowQueries, report.slowQueries.size());
    printHeading("Slow queries", "slowest first", queries.size(), all);
    var table = new Table("ms", "").withTrailingText();
    List<SlowQuery> slowestFirst =
        queries.stream().sorted(Comparator.comparingDouble(q -> -q.durationMillis)).toList();
    for (SlowQuery query : firstRows(slowestFirst)) {
      String place = line(query.endpoint + at(query.callSite));
      int maxSql = Math.max(MIN_SQL, width - place.length());
      String sql = Table.truncate(line(query.statement.sql), maxSql);
      table.addRow(millis(query.durationMillis), place + "  " + sql);
    }
    out.print(table);
  }

  private void printSlowRequests(List<SlowRequest> requests) {
    if (report.totals.slowRequests + report.slowRequests.size() == 0) {
      return;
    }
    long all = Math.max(report.totals.slowRequests, report.slowRequests.size());
    printHeading("Slow requests", "slowest first", requests.size(), all);
    var table = new Table("ms", "queries", "db ms", "status", "").withTrailingText();
    List<SlowRequest> slowestFirst =
        requests.stream().sorted(Comparator.comparingDouble(r -> -r.durationMillis)).toList();
    for (SlowRequest request : firstRows(slowestFirst)) {
      table.addRow(
          millis(request.durationMillis),
          Long.toString(request.executions),
          millis(request.databaseMillis),
          Integer.toString(request.status),
          line(request.endpoint + "  " + request.timestamp));
    }
    out.print(table);
  }

  private static String at(@Nullable CallSite site) {
    return site == null ? "" : " at " + site.place();
  }

  private <T> List<T> firstRows(List<T> rows) {
    return rows.subList(0, Math.min(options.maxRows, rows.size()));
  }

  /** {@code Findings: showing 20 of 779}; with a filter, of those that match and of all. */
  private void printHeading(String title, String order, int matching, long all) {
    String total =
        filter.matchesAll() || matching == all
            ? Long.toString(all)
            : matching + " matching, " + all + " in total";
    out.printf(
        Locale.ROOT,
        "%n%s: showing %d of %s%s%n",
        style.heading(title),
        Math.min(options.maxRows, matching),
        total,
        matching > 1 ? ", " + order : "");
  }
}
