package io.rowcall.cli.join;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.CacheFigures;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.PoolFigures;
import io.rowcall.format.Report;
import io.rowcall.format.ReportException;
import io.rowcall.format.ReportParts;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.StatementFigures;
import io.rowcall.format.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Several reports as one. Parts are added as they are read, so that memory grows with what differs
 * between reports, never with their number. Any thread: several files may be read at once.
 */
public final class Joined implements ReportParts {
  private final Weight weight;
  private final EncodedHistogram decoder = new EncodedHistogram();
  private final Unknown unknown = new Unknown();
  private final RunSum runs = new RunSum();
  private final TotalsSum totals = new TotalsSum();
  private final Map<String, FindingSum> findings = new HashMap<>();
  private final Map<String, EndpointSum> endpoints = new HashMap<>();
  private final Map<String, StatementSum> statements = new HashMap<>();
  private final Map<String, CacheSum> caches = new HashMap<>();
  private final Map<String, PoolSum> pools = new HashMap<>();
  private final Slowest<SlowQuery> slowQueries = Slowest.queries();
  private final Slowest<SlowRequest> slowRequests = Slowest.requests();

  public Joined() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heapBytes of which a half may be taken
   */
  Joined(long heapBytes) {
    weight = new Weight(heapBytes);
  }

  @Override
  public synchronized void agent(AgentInfo agent) throws ReportException {
    runs.add(agent, weight);
  }

  @Override
  public synchronized void run(Run run) throws ReportException {
    runs.add(run, weight);
  }

  @Override
  public synchronized void totals(Totals one) throws ReportException {
    totals.add(one, weight);
  }

  @Override
  public synchronized void finding(Finding finding) throws ReportException {
    FindingSum sum = findings.get(finding.id);
    if (sum == null) {
      sum = new FindingSum(finding, weight);
      findings.put(finding.id, sum);
    }
    sum.add(finding, weight);
  }

  @Override
  public synchronized void endpoint(Endpoint endpoint) throws ReportException {
    EndpointSum sum = endpoints.get(endpoint.name);
    if (sum == null) {
      sum = new EndpointSum(endpoint.name, weight);
      endpoints.put(endpoint.name, sum);
    }
    sum.add(endpoint, decoder, weight);
  }

  @Override
  public synchronized void statement(StatementFigures statement) throws ReportException {
    StatementSum sum = statements.get(statement.id);
    if (sum == null) {
      sum = new StatementSum(statement.id, weight);
      statements.put(statement.id, sum);
    }
    sum.add(statement, decoder, weight);
  }

  @Override
  public synchronized void cache(CacheFigures cache) throws ReportException {
    String key = cache.name + '\n' + cache.kind;
    CacheSum sum = caches.get(key);
    if (sum == null) {
      sum = new CacheSum(cache, weight);
      caches.put(key, sum);
    }
    sum.add(cache, weight);
  }

  @Override
  public synchronized void pool(PoolFigures pool) throws ReportException {
    String key = pool.name + '\n' + pool.kind;
    PoolSum sum = pools.get(key);
    if (sum == null) {
      sum = new PoolSum(pool, weight);
      pools.put(key, sum);
    }
    sum.add(pool, decoder, weight);
  }

  @Override
  public synchronized void slowQuery(SlowQuery query) throws ReportException {
    slowQueries.add(query, weight);
  }

  @Override
  public synchronized void slowRequest(SlowRequest request) throws ReportException {
    slowRequests.add(request, weight);
  }

  @Override
  public synchronized void unknown(String name, JsonNode value) throws ReportException {
    unknown.add(name, value, weight);
  }

  /** All reports as one. Asked once, at the end. */
  public synchronized Report report() {
    var report = new Report();
    report.schema = Report.SCHEMA;
    report.agent = runs.agent();
    report.run = runs.run();
    report.totals = totals.totals(findings.size());
    findings.values().forEach(sum -> report.findings.add(sum.finding()));
    report.findings.sort(FindingSum.ORDER);
    endpoints.values().forEach(sum -> report.endpoints.add(sum.endpoint()));
    report.endpoints.sort(EndpointSum.ORDER);
    statements.values().forEach(sum -> report.statements.add(sum.statement()));
    report.statements.sort(StatementSum.ORDER);
    caches.values().forEach(sum -> report.caches.add(sum.cache()));
    report.caches.sort(CacheSum.ORDER);
    pools.values().forEach(sum -> report.pools.add(sum.pool()));
    report.pools.sort(PoolSum.ORDER);
    report.slowQueries = new ArrayList<>(slowQueries.list());
    report.slowRequests = new ArrayList<>(slowRequests.list());
    unknown.giveTo(report);
    return report;
  }
}
