package io.rowcall.merge;

import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Example;
import io.rowcall.format.ExampleExecution;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Latency;
import io.rowcall.format.Parent;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.Series;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * A report at every limit of an agent: 500 endpoints, 2,000 statements, 32,000 pairs of both, 2,000
 * findings with 50 examples, 100 slow queries and requests. Instances differ in their figures, not
 * in their names.
 */
public final class FullReport {
  static final int ENDPOINTS = 500;
  static final int STATEMENTS = 2_000;
  private static final int SHARES_OF_EACH = Integer.getInteger("rowcall.full.shares", 64);
  private static final int FINDINGS = Integer.getInteger("rowcall.full.findings", 2_000);
  private static final int SLOW = 100;
  private static final int EXAMPLES = 50;
  private static final int CALLERS = 3;

  private final Random random;
  private final int sqlLength;

  private FullReport(int instance, int sqlLength) {
    this.random = new Random(instance);
    this.sqlLength = sqlLength;
  }

  /**
   * Writes {@code instances} different reports to a folder, and adds links to them until there are
   * {@code count}.
   *
   * @param sqlLength characters of each statement; agents keep at most 2,000
   */
  public static void write(Path folder, int instances, int count, int sqlLength)
      throws IOException {
    var written = new ArrayList<Path>();
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "rowcall-shop-%03d.json", i));
      if (i < instances) {
        try (var out = Files.newOutputStream(file)) {
          ReportWriter.write(new FullReport(i, sqlLength).report(i), out);
        }
        written.add(file);
      } else {
        Files.createLink(file, written.get(i % instances));
      }
    }
  }

  /** For manual measurements: {@code folder instances count sqlLength}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    write(
        folder,
        Integer.parseInt(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
  }

  private Report report(int instance) {
    var report = new Report();
    report.agent.version = "0.1.0";
    report.run.service = "shop";
    report.run.instance = instance + "@host";
    report.run.start = "2026-01-01T00:00:00.000Z";
    report.run.end = "2026-01-01T00:10:00.000Z";
    report.totals.requests = ENDPOINTS * 100L;
    for (int i = 0; i < ENDPOINTS; i++) {
      report.endpoints.add(endpoint(i));
    }
    for (int i = 0; i < STATEMENTS; i++) {
      report.statements.add(statement(i));
    }
    for (int i = 0; i < FINDINGS; i++) {
      report.findings.add(finding(i));
    }
    for (int i = 0; i < SLOW; i++) {
      report.slowQueries.add(slowQuery(i));
      report.slowRequests.add(slowRequest(i));
    }
    report.totals.series = series();
    report.totals.findings = FINDINGS;
    report.totals.slowQueries = SLOW;
    report.totals.slowRequests = SLOW;
    return report;
  }

  private Endpoint endpoint(int number) {
    var endpoint = new Endpoint();
    endpoint.name = name(number);
    endpoint.requests = 100;
    endpoint.latencyMillis = latency(100, 1e7);
    endpoint.executions.min = 10;
    endpoint.executions.max = 90;
    endpoint.executions.total = 5_000;
    endpoint.executions.histogram = latency(100, 5e4).histogram;
    endpoint.series = series();
    endpoint.databaseMillis = random.nextInt() * 1e-6 + 3_000;
    for (int i = 0; i < SHARES_OF_EACH; i++) {
      var share = new EndpointStatement();
      share.id = id(number * SHARES_OF_EACH + i);
      share.executions = 100 + random.nextInt(100);
      share.perRequestMax = 1 + random.nextInt(9);
      share.millis = random.nextInt() * 1e-6 + 3_000;
      share.rows = random.nextInt(10_000);
      endpoint.statements.add(share);
    }
    return endpoint;
  }

  private Statement statement(int number) {
    var statement = new Statement();
    statement.id = id(number);
    statement.sql = sql(number);
    statement.kind = "SELECT";
    statement.tables.addAll(List.of("CONTACT", "ACTIVITY"));
    statement.executions = 1_600;
    statement.latencyMillis = latency(200, 1e6);
    statement.millis = statement.latencyMillis.total;
    for (int i = 0; i < 16; i++) {
      statement.endpoints.add(name(number + i));
    }
    return statement;
  }

  private Finding finding(int number) {
    var finding = new Finding();
    finding.id = id(number + 7);
    finding.type = "n+1-select";
    finding.verdict = "confirmed";
    finding.endpoint = name(number);
    finding.repeats.median = 10 + random.nextInt(5);
    finding.repeats.max = 40;
    finding.distinctBinds = 10;
    finding.sentence =
        "N+1: SELECT ACTIVITY ×25 (25 distinct binds) at ContactService.java:42, for the 25 rows of"
            + " SELECT CONTACT at ContactService.java:37. Fetch them with one IN query.";
    finding.saving = "24 round trips, ~" + random.nextInt(90) + " ms of 120 ms";
    finding.statement = reference(number);
    finding.callSite = callSite();
    finding.parent = new Parent();
    finding.parent.statement = reference(number + 1);
    finding.parent.rows = 25;
    finding.parent.callSite = callSite();
    finding.evidence.add("25 executions in the median request, 25 distinct");
    finding.evidence.add("an earlier query of the request read exactly as many rows: 25");
    finding.evidence.add("seen in 100 requests");
    finding.advice = "Fetch them with one IN query.";
    finding.requests = 100;
    finding.example = number < EXAMPLES ? example(number) : null;
    finding.avoidableExecutions = 2_400;
    finding.avoidableMillis = random.nextInt() * 1e-6 + 3_000;
    return finding;
  }

  private Example example(int number) {
    var example = new Example();
    example.startedAt = "2026-01-01T00:00:10.000Z";
    example.durationMs = 120.5 + random.nextInt(100);
    example.executions = 201;
    for (int i = 0; i < Example.MAX_EXECUTIONS; i++) {
      var execution = new ExampleExecution();
      execution.statement = id(i == 0 ? number + 1 : number);
      execution.startMs = i * 1.2;
      execution.durationMs = random.nextInt(1_000) / 1e3;
      execution.rows = 1;
      example.timeline.add(execution);
    }
    return example;
  }

  private Series series() {
    var series = new Series();
    series.startedAt = "2026-01-01T00:00:00.000Z";
    series.intervalMs = 16_000;
    series.requests = random.longs(Series.MAX_POINTS, 0, 1_000).toArray();
    series.queries = random.longs(Series.MAX_POINTS, 0, 10_000).toArray();
    series.errors = random.longs(Series.MAX_POINTS, 0, 2).toArray();
    series.p95Ms = random.doubles(Series.MAX_POINTS, 1, 9).map(Math::ceil).toArray();
    return series;
  }

  private SlowQuery slowQuery(int number) {
    var query = new SlowQuery();
    query.timestamp = "2026-01-01T00:00:10.000Z";
    query.statement = reference(number);
    query.durationMillis = 200 + random.nextInt(1_000);
    query.endpoint = name(number);
    query.callSite = callSite();
    return query;
  }

  private SlowRequest slowRequest(int number) {
    var request = new SlowRequest();
    request.timestamp = "2026-01-01T00:00:10.000Z";
    request.requestId = id(number) + id(random.nextInt());
    request.endpoint = name(number);
    request.durationMillis = 1_000 + random.nextInt(1_000);
    return request;
  }

  private Latency latency(int count, double medianNanos) {
    var latency = new Latency();
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    long nanos = 0;
    for (int i = 0; i < count; i++) {
      long sample = (long) (medianNanos * Math.exp(random.nextGaussian()));
      nanos += sample;
      histogram.recordValue(sample / 1_000);
    }
    latency.mean = nanos / 1e6 / count;
    latency.total = nanos / 1e6;
    latency.p95 = histogram.getValueAtPercentile(95) / 1e3;
    latency.max = histogram.getMaxValue() / 1e3;
    latency.histogram = EncodedHistogram.encode(histogram);
    return latency;
  }

  private static CallSite callSite() {
    var site = new CallSite();
    site.type = "io.acme.contacts.service.ContactService";
    site.method = "listWithActivities";
    site.file = "ContactService.java";
    site.line = 42;
    for (int i = 0; i < CALLERS; i++) {
      var frame = new Frame();
      frame.type = "io.acme.contacts.web.ContactController";
      frame.method = "list";
      frame.file = "ContactController.java";
      frame.line = 42 + i;
      site.callers.add(frame);
    }
    return site;
  }

  private StatementRef reference(int number) {
    var reference = new StatementRef();
    reference.id = id(number);
    reference.sql = sql(number);
    return reference;
  }

  private String sql(int number) {
    var sql = new StringBuilder("SELECT a.id");
    for (int i = 0; sql.length() < sqlLength; i++) {
      sql.append(", a.column_").append(number % STATEMENTS).append('_').append(i);
    }
    return sql.append(" FROM activity a WHERE a.contact_id = ?").toString();
  }

  private static String name(int number) {
    return "GET /api/customers/{id}/orders/{order}/items-" + number % ENDPOINTS;
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%016x", Math.floorMod(number, STATEMENTS) * 0x9E3779B97F4AL);
  }
}
