package io.rowcall.gate;

import io.rowcall.format.Call;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointCalls;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Finding;
import io.rowcall.format.Report;
import io.rowcall.format.ReportWriter;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Small reports for tests: an endpoint with and without an N+1. */
public final class SampleReports {
  public static final String SQL = "SELECT * FROM activity WHERE contact_id = ?";

  private SampleReports() {}

  /** One request that executes this many queries, all but one of them in a loop. */
  public static Report withLoop(long queries) {
    var report = healthy();
    report.endpoints.get(0).executions.max = queries;
    report.endpoints.get(0).executions.total = queries;
    var share = new EndpointStatement();
    share.id = "00000000000000aa";
    share.executions = queries - 1;
    share.perRequestMax = queries - 1;
    report.endpoints.get(0).statements.add(share);
    var statement = new Statement();
    statement.id = share.id;
    statement.sql = SQL;
    statement.executions = queries - 1;
    report.statements.add(statement);
    report.findings.add(finding("GET /api/my-500", queries - 1));
    report.totals.findings = 1;
    return report;
  }

  /** One request that makes this many calls to one service. */
  public static Report withCalls(long calls) {
    var report = healthy();
    var share = new EndpointStatement();
    share.id = "00000000000000cc";
    share.executions = calls;
    share.perRequestMax = calls;
    var ofEndpoint = new EndpointCalls();
    ofEndpoint.perRequest.max = calls;
    ofEndpoint.perRequest.total = calls;
    ofEndpoint.templates.add(share);
    report.endpoints.get(0).calls = ofEndpoint;
    var call = new Call();
    call.id = share.id;
    call.template = "GET stock.example/items/{id}";
    call.kind = "HTTP";
    call.calls = calls;
    report.calls.add(call);
    report.totals.calls = calls;
    return report;
  }

  /** One request with two queries and no finding. */
  public static Report healthy() {
    var report = new Report();
    report.run.service = "sample";
    report.run.start = "2026-01-01T00:00:00.000Z";
    report.run.end = "2026-01-01T00:01:00.000Z";
    report.totals.requests = 1;
    var endpoint = new Endpoint();
    endpoint.name = "GET /api/my-500";
    endpoint.requests = 1;
    endpoint.executions.max = 2;
    endpoint.executions.total = 2;
    endpoint.latencyMillis.p95 = 12;
    report.endpoints.add(endpoint);
    return report;
  }

  private static Finding finding(String endpoint, long repeats) {
    var finding = new Finding();
    finding.id = "00000000000000f1";
    finding.type = "n+1-select";
    finding.verdict = "confirmed";
    finding.endpoint = endpoint;
    finding.sentence = "N+1: SELECT activity ×" + repeats + " at ContactService.java:42.";
    finding.statement = new StatementRef();
    finding.statement.id = "00000000000000aa";
    finding.statement.sql = SQL;
    finding.callSite = new CallSite();
    finding.callSite.type = "io.acme.ContactService";
    finding.callSite.method = "list";
    finding.callSite.file = "ContactService.java";
    finding.callSite.line = 42;
    finding.advice = "Fetch them with one IN query.";
    finding.repeats.median = repeats;
    finding.repeats.max = repeats;
    finding.avoidableExecutions = repeats - 1;
    finding.avoidableMillis = 18;
    finding.requests = 1;
    return finding;
  }

  /** A run with log-normally distributed latencies. Deterministic for a seed. */
  public static Report withLatency(int requests, double medianMillis, long seed) {
    var report = healthy();
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

  public static Path write(Report report, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      ReportWriter.write(report, out);
    }
    return file;
  }
}
