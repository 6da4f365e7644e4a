package io.rowcall.cli.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.Cache;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.ReportException;
import io.rowcall.format.ReportVisitor;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
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
public final class ReportMerger implements ReportVisitor {
  private final MemoryBudget weight;
  private final ThreadLocal<EncodedHistogram> decoder =
      ThreadLocal.withInitial(EncodedHistogram::new);
  private final UnknownFields unknown = new UnknownFields();
  private final RunMerger runs = new RunMerger();
  private final TotalsMerger totals = new TotalsMerger();
  private final Map<String, FindingMerger> findings = new ConcurrentHashMap<>();
  private final Map<String, EndpointMerger> endpoints = new ConcurrentHashMap<>();
  private final Map<String, StatementMerger> statements = new ConcurrentHashMap<>();
  private final Map<String, CacheMerger> caches = new ConcurrentHashMap<>();
  private final Map<String, PoolMerger> pools = new ConcurrentHashMap<>();
  private final Slowest<SlowQuery> slowQueries = Slowest.queries();
  private final Slowest<SlowRequest> slowRequests = Slowest.requests();

  /** Whether latencies and endpoints of statements are joined: most of a report's bytes. */
  private final boolean wholeStatements;

  public ReportMerger() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param heapBytes of which a half may be taken
   */
  ReportMerger(long heapBytes) {
    this(heapBytes, true);
  }

  private ReportMerger(long heapBytes, boolean wholeStatements) {
    weight = new MemoryBudget(heapBytes);
    this.wholeStatements = wholeStatements;
  }

  /** For whoever asks no statement how long it takes and where, as a gate does. */
  public static ReportMerger ofBareStatements() {
    return new ReportMerger(Runtime.getRuntime().maxMemory(), false);
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
    String key = FindingMerger.key(finding);
    FindingMerger sum = findings.get(key);
    if (sum == null) {
      sum = firstOf(findings, key, new FindingMerger(finding, weight));
    }
    sum.add(finding, weight);
  }

  @Override
  public void endpoint(Endpoint endpoint) throws ReportException {
    EndpointMerger sum = endpoints.get(endpoint.name);
    if (sum == null) {
      sum = firstOf(endpoints, endpoint.name, new EndpointMerger(endpoint.name, weight));
    }
    sum.add(endpoint, decoder.get(), weight);
  }

  @Override
  public void statement(Statement statement) throws ReportException {
    StatementMerger sum = statements.get(statement.id);
    if (sum == null) {
      sum = firstOf(statements, statement.id, new StatementMerger(statement.id, weight));
    }
    sum.add(statement, decoder.get(), weight);
  }

  @Override
  public boolean wantsWholeStatements() {
    return wholeStatements;
  }

  @Override
  public void cache(Cache cache) throws ReportException {
    String key = cache.name + '\n' + cache.kind;
    CacheMerger sum = caches.get(key);
    if (sum == null) {
      sum = firstOf(caches, key, new CacheMerger(cache, weight));
    }
    sum.add(cache, weight);
  }

  @Override
  public void pool(Pool pool) throws ReportException {
    String key = pool.name + '\n' + pool.kind;
    PoolMerger sum = pools.get(key);
    if (sum == null) {
      sum = firstOf(pools, key, new PoolMerger(pool, weight));
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
    report.findings.sort(FindingMerger.ORDER);
    endpoints.values().forEach(sum -> report.endpoints.add(sum.endpoint()));
    report.endpoints.sort(EndpointMerger.ORDER);
    statements.values().forEach(sum -> report.statements.add(sum.statement()));
    report.statements.sort(StatementMerger.ORDER);
    caches.values().forEach(sum -> report.caches.add(sum.cache()));
    report.caches.sort(CacheMerger.ORDER);
    pools.values().forEach(sum -> report.pools.add(sum.pool()));
    report.pools.sort(PoolMerger.ORDER);
    report.slowQueries = new ArrayList<>(slowQueries.list());
    report.slowRequests = new ArrayList<>(slowRequests.list());
    unknown.giveTo(report);
    return report;
  }
}
