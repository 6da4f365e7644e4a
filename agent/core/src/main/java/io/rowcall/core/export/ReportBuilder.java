package io.rowcall.core.export;

import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.Checks;
import io.rowcall.core.findings.TableScan;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.ColdCacheCost;
import io.rowcall.core.record.EndpointStats;
import io.rowcall.core.record.HistogramSummary;
import io.rowcall.core.record.LatencyHistogram;
import io.rowcall.core.record.PublicName;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.record.StatementStats;
import io.rowcall.core.record.WarmStats;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Executions;
import io.rowcall.format.Frame;
import io.rowcall.format.Latency;
import io.rowcall.format.Measured;
import io.rowcall.format.Report;
import io.rowcall.format.StatementRef;
import io.rowcall.format.Totals;
import io.rowcall.format.Unattributed;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the report from the current figures. The caller holds the aggregate's lock. */
final class ReportBuilder {
  private final Aggregate aggregate;
  private final RecordingEngine engine;

  /** Rows of all statements that were read outside of requests. */
  private long rowsOutside;

  ReportBuilder(RecordingEngine engine) {
    this.aggregate = engine.aggregate();
    this.engine = engine;
  }

  /**
   * Fills in everything that the aggregate knows.
   *
   * @param tableScans that were found by explaining statements
   */
  void fill(Report report, Checks checks, List<TableScan> tableScans) {
    new FindingReport(engine).fill(report, checks, new RecordedRun(aggregate, tableScans));
    for (EndpointStats endpoint : aggregate.endpoints.values()) {
      report.endpoints.add(endpoint(endpoint));
    }
    Savings.fill(report);
    Collections.sort(report.endpoints, BY_EXECUTIONS);
    for (StatementStats statement : aggregate.statements.values()) {
      report.statements.add(statement(statement));
    }
    Collections.sort(report.statements, BY_MILLIS);
    CallReport.fill(report, aggregate.calls, engine.overflowedCalls());
    CacheReport.fill(report, aggregate.caches(), aggregate.libraries());
    PoolReport.fill(report, aggregate.pools(), aggregate.libraries());
    fill(report.totals);
  }

  private void fill(Totals totals) {
    long unrecorded = RequestQueue.unrecordedExecutions();
    totals.requests = aggregate.requests;
    totals.errors = aggregate.errors;
    totals.openRequests = RequestQueue.openRequests();
    totals.openExecutions = RequestQueue.openExecutions();
    totals.executions = aggregate.executions + totals.openExecutions + unrecorded;
    totals.unattributedExecutions = aggregate.unattributedExecutions + unrecorded;
    totals.ambiguousExecutions = aggregate.ambiguousExecutions;
    totals.lateExecutions = aggregate.lateExecutions;
    totals.executionErrors = aggregate.executionErrors;
    totals.databaseMillis = aggregate.databaseNanos / 1e6;
    totals.rows = aggregate.rows + rowsOutside;
    totals.overflowedEndpoints = aggregate.overflowedEndpoints();
    totals.overflowedStatements = engine.overflowedStatements();
    totals.overflowedFindings = aggregate.overflowedFindings;
    totals.uncertainStatements = engine.uncertainStatements();
    totals.droppedRequests = engine.droppedRequests();
    totals.shedCallSites = engine.shedCallSites();
    totals.suppressedErrors = engine.suppressedErrors();
    totals.series = SeriesReport.of(aggregate.series);
  }

  private Endpoint endpoint(EndpointStats stats) {
    Endpoint endpoint = new Endpoint();
    endpoint.name = stats.name;
    endpoint.requests = stats.requests;
    endpoint.errors = stats.errors;
    endpoint.latencyMillis = latency(stats.durations);
    endpoint.executions =
        executions(
            stats.executionSummary(),
            stats.minExecutions,
            stats.maxExecutions,
            stats.totalExecutions,
            stats.requests,
            stats.cacheEffect);
    endpoint.lateExecutions = stats.lateExecutions;
    endpoint.databaseMillis = stats.databaseNanos / 1e6;
    endpoint.cacheHits = stats.cacheHits;
    endpoint.cacheMisses = stats.cacheMisses;
    endpoint.poolWaitMillis = stats.poolWaitNanos / 1e6;
    endpoint.heldMillis = stats.heldNanos / 1e6;
    endpoint.commits = stats.commits;
    endpoint.rollbacks = stats.rollbacks;
    endpoint.series = SeriesReport.of(stats.series);
    endpoint.measured = measured(stats.measured);
    endpoint.calls = CallReport.endpoint(stats.calls);
    for (Map.Entry<SqlStatement, EndpointStats.Share> entry : stats.statements.entrySet()) {
      EndpointStatement share = new EndpointStatement();
      share.id = hex(entry.getKey().id);
      share.executions = entry.getValue().executions;
      share.perRequestMax = entry.getValue().perRequestMax;
      share.millis = entry.getValue().nanos / 1e6;
      share.rows = entry.getValue().rows;
      endpoint.statements.add(share);
    }
    Collections.sort(endpoint.statements, BY_SHARE);
    return endpoint;
  }

  private static @Nullable Measured measured(@Nullable WarmStats stats) {
    if (stats == null || stats.requests == 0) {
      return null;
    }
    Measured measured = new Measured();
    measured.requests = stats.requests;
    measured.latencyMillis = latency(stats.durations);
    measured.executions =
        executions(
            stats.executionSummary(),
            stats.minExecutions,
            stats.maxExecutions,
            stats.totalExecutions,
            stats.requests,
            stats.cacheEffect);
    measured.cacheHits = stats.cacheHits;
    measured.cacheMisses = stats.cacheMisses;
    return measured;
  }

  private io.rowcall.format.Statement statement(StatementStats stats) {
    io.rowcall.format.Statement statement = new io.rowcall.format.Statement();
    NormalizedSql scanned = (NormalizedSql) stats.statement.scanned;
    statement.id = hex(stats.statement.id);
    statement.shapeId = hex(stats.shapeId());
    statement.sql = stats.statement.text;
    if (scanned != null) {
      statement.kind = scanned.kind().name();
      statement.tables.addAll(Arrays.asList(scanned.readTables()));
      for (String table : scanned.writeTables()) {
        if (!statement.tables.contains(table)) {
          statement.tables.add(table);
        }
      }
    }
    statement.executions = stats.executions;
    statement.errors = stats.errors;
    statement.rows = stats.rows + stats.statement.rowsOutside();
    rowsOutside += stats.statement.rowsOutside();
    statement.batchedCommands = stats.batched;
    statement.millis = stats.durations.totalNanos() / 1e6;
    statement.latencyMillis = latency(stats.durations);
    statement.endpoints.addAll(stats.endpoints);
    statement.unattributed = unattributed(stats);
    return statement;
  }

  private static @Nullable Unattributed unattributed(StatementStats stats) {
    if (stats.unattributedExecutions == 0) {
      return null;
    }
    Unattributed outside = new Unattributed();
    outside.executions = stats.unattributedExecutions;
    String thread = stats.unattributedThread;
    outside.thread = thread == null ? null : withoutNumber(PublicName.of(thread));
    outside.callSite = callSite(stats.unattributedSite);
    return outside;
  }

  /** {@code pool-1-thread-*} for any thread of a pool. */
  private static String withoutNumber(String thread) {
    int end = thread.length();
    while (end > 0 && Character.isDigit(thread.charAt(end - 1))) {
      end--;
    }
    return end == thread.length() || end == 0 ? thread : thread.substring(0, end) + '*';
  }

  static Latency latency(LatencyHistogram durations) {
    Latency latency = new Latency();
    HistogramSummary micros = durations.summary();
    latency.mean = durations.meanMillis();
    latency.min = micros.min / 1e3;
    latency.p50 = micros.p50 / 1e3;
    latency.p90 = micros.p90 / 1e3;
    latency.p95 = micros.p95 / 1e3;
    latency.p99 = micros.p99 / 1e3;
    latency.max = micros.max / 1e3;
    latency.total = durations.totalNanos() / 1e6;
    latency.histogram = micros.encoded;
    return latency;
  }

  private static Executions executions(
      HistogramSummary perRequest,
      long min,
      long max,
      long total,
      long requests,
      ColdCacheCost caches) {
    Executions executions = new Executions();
    executions.min = min;
    executions.mean = (double) total / Math.max(1, requests);
    executions.p50 = Math.min(perRequest.p50, max);
    executions.p95 = Math.min(perRequest.p95, max);
    executions.max = max;
    executions.maxCacheMisses = caches.maxCacheMisses;
    if (caches.requestsWithoutMiss > 0) {
      executions.maxWithoutMiss = caches.maxWithoutMiss;
    }
    executions.total = total;
    executions.histogram = perRequest.encoded;
    return executions;
  }

  static StatementRef reference(SqlStatement statement) {
    StatementRef reference = new StatementRef();
    reference.id = hex(statement.id);
    reference.sql = statement.text;
    return reference;
  }

  static io.rowcall.format.@Nullable CallSite callSite(@Nullable CallSite site) {
    if (site == null) {
      return null;
    }
    io.rowcall.format.CallSite copy = new io.rowcall.format.CallSite();
    copy.type = site.first().getClassName();
    copy.method = site.first().getMethodName();
    copy.file = site.first().getFileName();
    copy.line = Math.max(site.first().getLineNumber(), 0);
    for (StackTraceElement caller : site.callers()) {
      Frame frame = new Frame();
      frame.type = caller.getClassName();
      frame.method = caller.getMethodName();
      frame.file = caller.getFileName();
      frame.line = Math.max(caller.getLineNumber(), 0);
      copy.callers.add(frame);
    }
    return copy;
  }

  static String hex(long id) {
    String digits = Long.toHexString(id);
    return "0000000000000000".substring(digits.length()) + digits;
  }

  private static final Comparator<Endpoint> BY_EXECUTIONS =
      new Comparator<Endpoint>() {
        @Override
        public int compare(Endpoint a, Endpoint b) {
          int byExecutions = Long.compare(b.executions.total, a.executions.total);
          return byExecutions != 0 ? byExecutions : a.name.compareTo(b.name);
        }
      };

  static final Comparator<EndpointStatement> BY_SHARE =
      new Comparator<EndpointStatement>() {
        @Override
        public int compare(EndpointStatement a, EndpointStatement b) {
          int byExecutions = Long.compare(b.executions, a.executions);
          return byExecutions != 0 ? byExecutions : a.id.compareTo(b.id);
        }
      };

  private static final Comparator<io.rowcall.format.Statement> BY_MILLIS =
      new Comparator<io.rowcall.format.Statement>() {
        @Override
        public int compare(io.rowcall.format.Statement a, io.rowcall.format.Statement b) {
          int byMillis = Double.compare(b.millis, a.millis);
          return byMillis != 0 ? byMillis : a.id.compareTo(b.id);
        }
      };
}
