package io.rowcall.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rowcall.format.Cache;
import io.rowcall.format.CallSite;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Example;
import io.rowcall.format.ExampleExecution;
import io.rowcall.format.Executions;
import io.rowcall.format.ExtensibleNode;
import io.rowcall.format.Finding;
import io.rowcall.format.Latency;
import io.rowcall.format.Measured;
import io.rowcall.format.Parent;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.Series;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.StatementRef;
import io.rowcall.format.Unattributed;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Random reports that use every field. Names come from small sets, so that reports overlap. */
final class RandomReports {
  private final Random random;

  RandomReports(long seed) {
    random = new Random(seed);
  }

  Report next() {
    var report = new Report();
    report.agent.version = pick("0.1.0", "0.2.0");
    report.run.service = pick("shop", "billing");
    report.run.instance = random.nextInt(1_000) + "@host";
    report.run.running = random.nextInt(2);
    report.run.start = "2026-01-01T00:00:0" + random.nextInt(10) + ".000Z";
    report.run.end = "2026-01-01T00:01:0" + random.nextInt(10) + ".000Z";
    report.run.jvm = pick("OpenJDK 17", "OpenJDK 25", "");
    report.totals.requests = random.nextInt(1_000);
    report.totals.openRequests = random.nextInt(3);
    report.totals.openExecutions = random.nextInt(3);
    report.totals.ambiguousExecutions = random.nextInt(3);
    report.totals.databaseMillis = millis();
    report.totals.droppedLogLines = random.nextInt(3);
    report.totals.overflowedFindings = random.nextInt(3);
    report.totals.series = series();
    report.totals.suppressedErrors = random.nextInt(50) == 0 ? Long.MAX_VALUE : 0;
    for (int i = random.nextInt(4); i > 0; i--) {
      report.endpoints.add(endpoint());
      report.statements.add(statement());
      report.findings.add(finding());
      report.caches.add(cache());
      report.pools.add(pool());
      report.slowQueries.add(slowQuery());
      report.slowRequests.add(slowRequest());
    }
    for (ExtensibleNode part :
        List.of(report, report.agent, report.run, report.totals, report.totals, report)) {
      maybeUnknown(part);
    }
    return report;
  }

  private Endpoint endpoint() {
    var endpoint = new Endpoint();
    endpoint.name = pick("GET /a", "GET /b", "(other)");
    endpoint.requests = random.nextInt(5);
    endpoint.errors = random.nextInt(5);
    endpoint.latencyMillis = latency((int) endpoint.requests);
    endpoint.executions = executions((int) endpoint.requests);
    endpoint.databaseMillis = millis();
    endpoint.heldMillis = millis();
    endpoint.avoidableMillis = millis();
    if (random.nextBoolean()) {
      endpoint.measured = new Measured();
      endpoint.measured.requests = random.nextInt((int) endpoint.requests + 1);
      endpoint.measured.latencyMillis = latency((int) endpoint.measured.requests);
      endpoint.measured.executions = executions((int) endpoint.measured.requests);
      endpoint.measured.cacheHits = random.nextInt(9);
      maybeUnknown(endpoint.measured);
    }
    endpoint.series = random.nextBoolean() ? series() : null;
    for (int i = random.nextInt(4); i > 0; i--) {
      var share = new EndpointStatement();
      share.id = id();
      share.executions = random.nextInt(100);
      share.perRequestMax = random.nextInt(100);
      share.millis = millis();
      maybeUnknown(share);
      endpoint.statements.add(share);
    }
    maybeUnknown(endpoint);
    return endpoint;
  }

  private Statement statement() {
    var statement = new Statement();
    statement.id = id();
    statement.shapeId = pick("", "000000000000000a", "000000000000000b");
    statement.sql = "SELECT " + statement.id + pick("", " again");
    statement.kind = pick("SELECT", "OTHER");
    statement.tables.add(pick("A", "B"));
    statement.executions = random.nextInt(100);
    statement.latencyMillis = latency(random.nextInt(20));
    if (random.nextBoolean()) {
      statement.unattributed = new Unattributed();
      statement.unattributed.executions = random.nextInt(10);
      statement.unattributed.thread = pick("main", "scheduler-*");
    }
    statement.millis = statement.latencyMillis.total;
    for (int i = random.nextInt(40); i > 0; i--) {
      statement.endpoints.add("GET /" + random.nextInt(200));
    }
    maybeUnknown(statement);
    return statement;
  }

  private Finding finding() {
    var finding = new Finding();
    finding.id = id();
    finding.type = "n+1-select";
    finding.verdict = pick("suspect", "likely", "confirmed");
    finding.endpoint = "GET /a";
    finding.repeats.median = random.nextInt(4);
    finding.repeats.max = finding.repeats.median + random.nextInt(20);
    finding.distinctBinds = random.nextInt(2);
    finding.sentence = "N+1 ×" + finding.repeats.median + pick("", " at A.java:3");
    finding.saving = pick("", "2 round trips, ~3 ms of 9 ms", "2 round trips, ~4 ms of 9 ms");
    finding.advice = pick("Join them.", "Batch them.");
    finding.requests = 1 + random.nextInt(9);
    finding.requestsWithMisses = random.nextInt((int) finding.requests);
    finding.evidence.add(pick("grows", "exact"));
    finding.evidence.add(
        "seen in " + finding.requests + (finding.requests == 1 ? " request" : " requests"));
    finding.avoidableExecutions = random.nextInt(99);
    finding.avoidableMillis = millis();
    if (random.nextBoolean()) {
      finding.statement = reference();
      finding.callSite = callSite();
      finding.secondCallSite = random.nextBoolean() ? callSite() : null;
      finding.others.add(reference());
      finding.parent = new Parent();
      finding.parent.rows = random.nextInt(2);
      finding.parent.statement = reference();
    }
    finding.example = random.nextBoolean() ? example() : null;
    maybeUnknown(finding);
    maybeUnknown(finding.repeats);
    return finding;
  }

  private Example example() {
    var example = new Example();
    example.startedAt = "2026-01-01T00:00:0" + random.nextInt(3) + ".000Z";
    example.durationMs = random.nextInt(3);
    example.executions = random.nextInt(3);
    for (int i = random.nextInt(4); i > 0; i--) {
      var execution = new ExampleExecution();
      execution.statement = id();
      execution.rows = random.nextInt(2);
      maybeUnknown(execution);
      example.timeline.add(execution);
    }
    maybeUnknown(example);
    return example;
  }

  private Series series() {
    var series = new Series();
    series.intervalMs = 1_000L << random.nextInt(6);
    long start = 1_767_225_600_000L + random.nextInt(600_000);
    start -= start % series.intervalMs;
    series.startedAt = Instant.ofEpochMilli(start).toString();
    int size = random.nextInt(Series.MAX_POINTS + 1);
    series.requests = random.longs(size, 0, 3).toArray();
    series.queries = random.longs(size, 0, 3).toArray();
    series.errors = random.longs(size, 0, 3).toArray();
    series.p95Ms = random.longs(size, 0, 300).asDoubleStream().toArray();
    maybeUnknown(series);
    return series;
  }

  private Cache cache() {
    var cache = new Cache();
    cache.name = pick("owners", "pets");
    cache.kind = pick("caffeine", "guava");
    cache.hits = random.nextInt(99);
    cache.misses = random.nextInt(99);
    cache.loadMillis = millis();
    cache.size = random.nextInt(99);
    cache.hitRatio = random.nextDouble();
    maybeUnknown(cache);
    return cache;
  }

  private Pool pool() {
    var pool = new Pool();
    pool.name = pick("main", "other");
    pool.kind = "hikari";
    pool.peakActive = random.nextInt(11);
    pool.max = 10;
    pool.waitMillis = latency(random.nextInt(9));
    return pool;
  }

  private SlowQuery slowQuery() {
    var query = new SlowQuery();
    query.timestamp = "2026-01-01T00:00:0" + random.nextInt(3) + ".000Z";
    query.statement = reference();
    query.durationMillis = random.nextInt(3);
    query.callSite = random.nextBoolean() ? callSite() : null;
    return query;
  }

  private SlowRequest slowRequest() {
    var request = new SlowRequest();
    request.timestamp = "2026-01-01T00:00:0" + random.nextInt(3) + ".000Z";
    request.durationMillis = random.nextInt(3);
    request.user = random.nextBoolean() ? "bob" : null;
    return request;
  }

  private Latency latency(int count) {
    var latency = new Latency();
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    long nanos = 0;
    for (int i = 0; i < count; i++) {
      long sample = (long) Math.exp(random.nextDouble() * 28);
      nanos += sample;
      histogram.recordValue(sample / 1_000);
    }
    latency.p50 = histogram.getValueAtPercentile(50) / 1e3;
    latency.p95 = histogram.getValueAtPercentile(95) / 1e3;
    latency.max = histogram.getMaxValue() / 1e3;
    latency.mean = count == 0 ? 0 : nanos / 1e6 / count;
    int kind = random.nextInt(10);
    latency.total = kind == 0 ? 0 : nanos / 1e6;
    latency.histogram = kind == 1 ? "" : EncodedHistogram.encode(histogram);
    maybeUnknown(latency);
    return latency;
  }

  private Executions executions(int count) {
    var executions = new Executions();
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    executions.min = count == 0 ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      long sample = random.nextInt(1_000);
      histogram.recordValue(sample);
      executions.min = Math.min(executions.min, sample);
      executions.max = Math.max(executions.max, sample);
      executions.total += sample;
    }
    executions.maxCacheMisses = random.nextInt(3);
    executions.maxWithoutMiss = random.nextBoolean() ? null : (long) random.nextInt(100);
    executions.p50 = Math.min(histogram.getValueAtPercentile(50), executions.max);
    executions.p95 = Math.min(histogram.getValueAtPercentile(95), executions.max);
    executions.histogram = random.nextInt(10) == 0 ? "" : EncodedHistogram.encode(histogram);
    maybeUnknown(executions);
    return executions;
  }

  private CallSite callSite() {
    var site = new CallSite();
    site.type = "io.acme.Shop";
    site.method = "list";
    site.file = "Shop.java";
    site.line = random.nextInt(2);
    return site;
  }

  private StatementRef reference() {
    var reference = new StatementRef();
    reference.id = id();
    reference.sql = "SELECT " + reference.id;
    return reference;
  }

  private void maybeUnknown(ExtensibleNode part) {
    if (random.nextInt(3) == 0) {
      part.addUnknown(pick("color", "shape", "plan"), value(2));
    }
  }

  private JsonNode value(int depth) {
    var nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> nodes.numberNode(random.nextInt(200));
      case 1 -> nodes.textNode(pick("red", "green", "blue"));
      case 2 -> nodes.booleanNode(random.nextBoolean());
      case 3 -> nodes.arrayNode().add(value(depth - 1)).add(value(depth - 1));
      default -> {
        var object = nodes.objectNode();
        object.set(pick("x", "y"), value(depth - 1));
        object.set(pick("w", "x"), value(depth - 1));
        yield object;
      }
    };
  }

  private String id() {
    return "000000000000000" + random.nextInt(4);
  }

  /** Whole nanoseconds, as agents write them. */
  private double millis() {
    return random.nextInt() * 1e-6 + 3_000;
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
