package io.rowcall.core.export;

import io.rowcall.boot.request.RequestQueue;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.findings.FindingClass;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.CallSite;
import io.rowcall.core.record.ColdCacheCost;
import io.rowcall.core.record.EndpointStats;
import io.rowcall.core.record.FindingStats;
import io.rowcall.core.record.LatencyHistogram;
import io.rowcall.core.record.RecordingEngine;
import io.rowcall.core.record.StatementStats;
import io.rowcall.core.record.WarmStats;
import io.rowcall.core.sql.Dialect;
import io.rowcall.core.sql.NormalizedSql;
import io.rowcall.format.Endpoint;
import io.rowcall.format.EndpointStatement;
import io.rowcall.format.Executions;
import io.rowcall.format.Finding;
import io.rowcall.format.Frame;
import io.rowcall.format.Latency;
import io.rowcall.format.Measured;
import io.rowcall.format.Parent;
import io.rowcall.format.Report;
import io.rowcall.format.StatementRef;
import io.rowcall.format.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Makes the report of the figures as they stand. The caller holds the aggregate's lock. */
final class ReportBuilder {
  private final Aggregate aggregate;
  private final RecordingEngine engine;

  /** Rows that were read outside of requests, from all statements together. */
  private long rowsOutside;

  ReportBuilder(RecordingEngine engine) {
    this.aggregate = engine.aggregate();
    this.engine = engine;
  }

  /** Fills in everything that the aggregate knows. */
  void fill(Report report) {
    for (List<FindingStats> card : DuplicateGrouping.of(findings(aggregate))) {
      report.findings.add(finding(card));
    }
    CacheFindings.addTo(report.findings, aggregate);
    Collections.sort(report.findings, BY_SAVING);
    report.run.noLines = noLines(report);
    for (EndpointStats endpoint : aggregate.endpoints.values()) {
      report.endpoints.add(endpoint(endpoint));
    }
    Savings.fill(report);
    Collections.sort(report.endpoints, BY_EXECUTIONS);
    for (StatementStats statement : aggregate.statements.values()) {
      report.statements.add(statement(statement));
    }
    Collections.sort(report.statements, BY_MILLIS);
    CacheReport.fill(report, aggregate.caches(), aggregate.libraries());
    PoolReport.fill(report, aggregate.pools(), aggregate.libraries());
    totals(report.totals);
    report.totals.findings = report.findings.size();
  }

  /** Without waits that the machine made. In a pool that was exhausted, other requests did. */
  private static List<FindingStats> findings(Aggregate aggregate) {
    List<FindingStats> all = new ArrayList<FindingStats>();
    for (FindingStats figures : aggregate.findings()) {
      if (!figures.isOfTheMachine()
          || (figures.type == FindingClass.POOL_WAIT
              && figures.pool != null
              && PoolReport.isExhausted(aggregate.pool(figures.pool), aggregate.libraries()))) {
        all.add(figures);
      }
    }
    return all;
  }

  private void totals(Totals totals) {
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
    totals.suppressedErrors = engine.suppressedErrors();
  }

  /** One finding, with others of the same cause; the first speaks for all. */
  private Finding finding(List<FindingStats> card) {
    FindingStats figures = card.get(0);
    Finding finding = finding(figures);
    for (FindingStats other : card.subList(1, card.size())) {
      finding.avoidableExecutions += other.avoidableExecutions;
      finding.avoidableMillis += other.avoidableNanos / 1e6;
      if (other.statement != null) {
        finding.evidence.add("and so is " + Labels.of(other.statement) + ", at the same lines");
        finding.others.add(reference(other.statement));
      }
    }
    return finding;
  }

  /** A finding of a cache or of a whole request has no line by its nature. */
  private @Nullable String noLines(Report report) {
    boolean any = false;
    for (Finding finding : report.findings) {
      any |= finding.statement != null;
      if (finding.callSite != null) {
        return null;
      }
    }
    if (!any) {
      return null;
    }
    String passed = engine.stacksWithoutLine();
    return passed.isEmpty()
        ? "No finding has a line yet: the next request of each endpoint brings it."
        : "No finding has a line: the stacks that were looked at hold only libraries and generated"
            + " classes ("
            + passed
            + "). If one of these is yours, name it in application.packages.";
  }

  private Finding finding(FindingStats figures) {
    Finding finding = new Finding();
    StatementStats own =
        figures.statement == null ? null : aggregate.statements.get(figures.statement);
    CallSite parentSite = figures.parentCallSite();
    FindingText wording = new FindingText(figures, dialect(figures.statement), parentSite);
    finding.id = id(figures, own);
    finding.type = figures.type.text();
    finding.verdict = figures.verdict().text();
    finding.endpoint = figures.endpoint;
    finding.sentence = wording.sentence();
    finding.statement = figures.statement == null ? null : reference(figures.statement);
    if (finding.statement != null && own != null) {
      finding.statement.shapeId = hex(own.shapeId());
    }
    finding.repeats.median = figures.repeats.median();
    finding.repeats.max = figures.repeats.max();
    finding.distinctBinds = figures.distinct.median();
    finding.callSite = callSite(figures.callSite);
    finding.secondCallSite = callSite(figures.secondCallSite);
    SqlStatement of = figures.parent();
    if (of != null) {
      finding.parent = new Parent();
      finding.parent.statement = reference(of);
      finding.parent.rows = figures.parentRows.median();
      finding.parent.callSite = callSite(parentSite);
    }
    if (figures.type != FindingClass.TOO_MANY_QUERIES) {
      for (SqlStatement other : figures.others) {
        finding.others.add(reference(other));
      }
    }
    finding.evidence = wording.evidence();
    if (figures.pool != null) {
      finding.evidence.addAll(
          PoolReport.evidence(aggregate.pool(figures.pool), aggregate.libraries()));
    }
    finding.advice = wording.advice();
    finding.avoidableExecutions = figures.avoidableExecutions;
    finding.avoidableMillis = figures.avoidableNanos / 1e6;
    finding.requests = figures.requests;
    finding.requestsWithMisses = figures.requestsWithMisses;
    return finding;
  }

  private Dialect dialect(@Nullable SqlStatement statement) {
    return statement == null ? Dialect.GENERIC : engine.dialect(statement);
  }

  /** Stable from run to run, when lines move and when entities get columns. */
  private static String id(FindingStats figures, @Nullable StatementStats own) {
    SqlStatement statement = figures.statement;
    long shape = own != null ? own.shapeId() : statement != null ? statement.id : 0;
    return id(
        figures.type.text()
            + '\n'
            + figures.endpoint
            + '\n'
            + (statement == null ? "" : Long.toHexString(shape))
            + (figures.pool == null ? "" : figures.pool.name));
  }

  static String id(String key) {
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return hex(hash);
  }

  private Endpoint endpoint(EndpointStats figures) {
    Endpoint endpoint = new Endpoint();
    endpoint.name = figures.name;
    endpoint.requests = figures.requests;
    endpoint.errors = figures.errors;
    endpoint.latencyMillis = latency(figures.durations);
    endpoint.executions =
        executions(
            figures.executions,
            figures.minExecutions,
            figures.maxExecutions,
            figures.totalExecutions,
            figures.requests,
            figures.cacheEffect);
    endpoint.lateExecutions = figures.lateExecutions;
    endpoint.databaseMillis = figures.databaseNanos / 1e6;
    endpoint.cacheHits = figures.cacheHits;
    endpoint.cacheMisses = figures.cacheMisses;
    endpoint.poolWaitMillis = figures.poolWaitNanos / 1e6;
    endpoint.heldMillis = figures.heldNanos / 1e6;
    endpoint.commits = figures.commits;
    endpoint.rollbacks = figures.rollbacks;
    endpoint.measured = measured(figures.measured);
    for (Map.Entry<SqlStatement, EndpointStats.Share> entry : figures.statements.entrySet()) {
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

  private static @Nullable Measured measured(@Nullable WarmStats figures) {
    if (figures == null || figures.requests == 0) {
      return null;
    }
    Measured measured = new Measured();
    measured.requests = figures.requests;
    measured.latencyMillis = latency(figures.durations);
    measured.executions =
        executions(
            figures.executions,
            figures.minExecutions,
            figures.maxExecutions,
            figures.totalExecutions,
            figures.requests,
            figures.cacheEffect);
    measured.cacheHits = figures.cacheHits;
    measured.cacheMisses = figures.cacheMisses;
    return measured;
  }

  private io.rowcall.format.Statement statement(StatementStats figures) {
    io.rowcall.format.Statement statement = new io.rowcall.format.Statement();
    NormalizedSql scanned = (NormalizedSql) figures.statement.scanned;
    statement.id = hex(figures.statement.id);
    statement.shapeId = hex(figures.shapeId());
    statement.sql = figures.statement.text;
    if (scanned != null) {
      statement.kind = scanned.kind().name();
      statement.tables.addAll(Arrays.asList(scanned.readTables()));
      for (String table : scanned.writeTables()) {
        if (!statement.tables.contains(table)) {
          statement.tables.add(table);
        }
      }
    }
    statement.executions = figures.executions;
    statement.errors = figures.errors;
    statement.rows = figures.rows + figures.statement.rowsOutside();
    rowsOutside += figures.statement.rowsOutside();
    statement.batchedCommands = figures.batched;
    statement.millis = figures.durations.totalNanos() / 1e6;
    statement.latencyMillis = latency(figures.durations);
    statement.endpoints.addAll(figures.endpoints);
    return statement;
  }

  static Latency latency(LatencyHistogram durations) {
    Latency latency = new Latency();
    latency.mean = durations.meanMillis();
    latency.min = durations.minMillis();
    latency.p50 = durations.percentileMillis(50);
    latency.p90 = durations.percentileMillis(90);
    latency.p95 = durations.percentileMillis(95);
    latency.p99 = durations.percentileMillis(99);
    latency.max = durations.maxMillis();
    latency.total = durations.totalNanos() / 1e6;
    latency.histogram = durations.encoded();
    return latency;
  }

  private static Executions executions(
      Histogram perRequest, long min, long max, long total, long requests, ColdCacheCost caches) {
    Executions executions = new Executions();
    executions.min = min;
    executions.mean = (double) total / Math.max(1, requests);
    executions.p50 = Math.min(perRequest.getValueAtPercentile(50), max);
    executions.p95 = Math.min(perRequest.getValueAtPercentile(95), max);
    executions.max = max;
    executions.maxCacheMisses = caches.maxCacheMisses;
    if (caches.requestsWithoutMiss > 0) {
      executions.maxWithoutMiss = caches.maxWithoutMiss;
    }
    executions.total = total;
    executions.histogram = LatencyHistogram.encoded(perRequest);
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

  /** The largest saving first; last what is suspect and saves nothing, as on a cold JVM. */
  private static final Comparator<Finding> BY_SAVING =
      new Comparator<Finding>() {
        @Override
        public int compare(Finding a, Finding b) {
          int byDoubt = Boolean.compare(isDoubtful(a), isDoubtful(b));
          int bySaving = Double.compare(b.avoidableMillis, a.avoidableMillis);
          return byDoubt != 0 ? byDoubt : bySaving != 0 ? bySaving : a.id.compareTo(b.id);
        }

        private boolean isDoubtful(Finding finding) {
          return finding.verdict.equals("suspect") && finding.avoidableMillis <= 0;
        }
      };

  private static final Comparator<Endpoint> BY_EXECUTIONS =
      new Comparator<Endpoint>() {
        @Override
        public int compare(Endpoint a, Endpoint b) {
          int byExecutions = Long.compare(b.executions.total, a.executions.total);
          return byExecutions != 0 ? byExecutions : a.name.compareTo(b.name);
        }
      };

  private static final Comparator<EndpointStatement> BY_SHARE =
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
