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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Several reports as one. Parts are added as they are read, so that memory grows with what differs
 * between reports, never with their number.
 *
 * <p>Several threads may add parts of different files at once: each sum is guarded by its own lock,
 * for histograms are decoded under it. The whole is asked for by one thread when all have ended.
 */
public final class Joined implements ReportParts {
  private final Weight weight;
  private final ThreadLocal<EncodedHistogram> decoder =
      ThreadLocal.withInitial(EncodedHistogram::new);
  private final Unknown unknown = new Unknown();
  private final RunSum runs = new RunSum();
  private final TotalsSum totals = new TotalsSum();
  private final Map<String, FindingSum> findings = new ConcurrentHashMap<>();
  private final Map<String, EndpointSum> endpoints = new ConcurrentHashMap<>();
  private final Map<String, StatementSum> statements = new ConcurrentHashMap<>();
  private final Map<String, CacheSum> caches = new ConcurrentHashMap<>();
  private final Map<String, PoolSum> pools = new ConcurrentHashMap<>();
  private final Slowest<SlowQuery> slowQueries = Slowest.queries();
  private final Slowest<SlowRequest> slowRequests = Slowest.requests();

  /** Whether latencies and endpoints of statements are joined: most of a report's bytes. */
  private final boolean wholeStatements;

  public Joined() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heapBytes of which a half may be taken
   */
  Joined(long heapBytes) {
    this(heapBytes, true);
  }

  private Joined(long heapBytes, boolean wholeStatements) {
    weight = new Weight(heapBytes);
    this.wholeStatements = wholeStatements;
  }

  /** For whoever asks no statement how long it takes and where, as a gate does. */
  public static Joined ofBareStatements() {
    return new Joined(Runtime.getRuntime().maxMemory(), false);
  }

  @Override
  public void agent(AgentInfo agent) throws ReportException {
    runs.add(agent, weight);
  }

  @Override
  public void run(Run run) throws ReportException {
    runs.add(run, weight);
  }

  @Override
  public void totals(Totals one) throws ReportException {
    totals.add(one, weight);
  }

  @Override
  public void finding(Finding finding) throws ReportException {
    String key = FindingSum.key(finding);
    FindingSum sum = findings.get(key);
    if (sum == null) {
      sum = firstOf(findings, key, new FindingSum(finding, weight));
    }
    sum.add(finding, weight);
  }

  @Override
  public void endpoint(Endpoint endpoint) throws ReportException {
    EndpointSum sum = endpoints.get(endpoint.name);
    if (sum == null) {
      sum = firstOf(endpoints, endpoint.name, new EndpointSum(endpoint.name, weight));
    }
    sum.add(endpoint, decoder.get(), weight);
  }

  @Override
  public void statement(StatementFigures statement) throws ReportException {
    StatementSum sum = statements.get(statement.id);
    if (sum == null) {
      sum = firstOf(statements, statement.id, new StatementSum(statement.id, weight));
    }
    sum.add(statement, decoder.get(), weight);
  }

  @Override
  public boolean wantsWholeStatements() {
    return wholeStatements;
  }

  @Override
  public void cache(CacheFigures cache) throws ReportException {
    String key = cache.name + '\n' + cache.kind;
    CacheSum sum = caches.get(key);
    if (sum == null) {
      sum = firstOf(caches, key, new CacheSum(cache, weight));
    }
    sum.add(cache, weight);
  }

  @Override
  public void pool(PoolFigures pool) throws ReportException {
    String key = pool.name + '\n' + pool.kind;
    PoolSum sum = pools.get(key);
    if (sum == null) {
      sum = firstOf(pools, key, new PoolSum(pool, weight));
    }
    sum.add(pool, decoder.get(), weight);
  }

  @Override
  public void slowQuery(SlowQuery query) throws ReportException {
    slowQueries.add(query, weight);
  }

  @Override
  public void slowRequest(SlowRequest request) throws ReportException {
    slowRequests.add(request, weight);
  }

  @Override
  public void unknown(String name, JsonNode value) throws ReportException {
    synchronized (unknown) {
      unknown.add(name, value, weight);
    }
  }

  /** Another thread may have come first. */
  private static <T> T firstOf(Map<String, T> sums, String key, T sum) {
    T known = sums.putIfAbsent(key, sum);
    return known == null ? sum : known;
  }

  /** All reports as one. Asked once, at the end. */
  public Report report() {
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
