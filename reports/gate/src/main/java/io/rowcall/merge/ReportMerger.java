package io.rowcall.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.rowcall.format.AgentInfo;
import io.rowcall.format.Cache;
import io.rowcall.format.Call;
import io.rowcall.format.Endpoint;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.Run;
import io.rowcall.format.SlowQuery;
import io.rowcall.format.SlowRequest;
import io.rowcall.format.Statement;
import io.rowcall.format.Totals;
import io.rowcall.format.read.ReportException;
import io.rowcall.format.read.ReportVisitor;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Merges reports into one. Parts are added while files are read, so that memory grows with the
 * differences between reports and not with their number.
 *
 * <p>Threads may add parts of different files concurrently; each merger has its own lock. One
 * thread calls {@link #report} after all others are done.
 */
public final class ReportMerger implements ReportVisitor {
  private final MemoryBudget memory;
  private final ThreadLocal<EncodedHistogram> decoder =
      ThreadLocal.withInitial(EncodedHistogram::new);
  private final UnknownFields unknown = new UnknownFields();
  private final RunMerger runs = new RunMerger();
  private final TotalsMerger totals = new TotalsMerger();
  private final Map<String, FindingMerger> findings = new ConcurrentHashMap<>();
  private final Map<String, EndpointMerger> endpoints = new ConcurrentHashMap<>();
  private final Map<String, StatementMerger> statements = new ConcurrentHashMap<>();
  private final Map<String, CallMerger> calls = new ConcurrentHashMap<>();
  private final Map<String, CacheMerger> caches = new ConcurrentHashMap<>();
  private final Map<String, PoolMerger> pools = new ConcurrentHashMap<>();
  private final Slowest<SlowQuery> slowQueries = Slowest.queries();
  private final Slowest<SlowRequest> slowRequests = Slowest.requests();

  /** Whether latencies and endpoints of statements are merged: most of a report's bytes. */
  private final boolean statementDetails;

  /** Uses up to half of the heap. */
  public ReportMerger() {
    this(Runtime.getRuntime().maxMemory());
  }

  /**
   * For tests.
   *
   * @param heapBytes half of which may be used
   */
  ReportMerger(long heapBytes) {
    this(heapBytes, true);
  }

  private ReportMerger(long heapBytes, boolean statementDetails) {
    memory = new MemoryBudget(heapBytes);
    this.statementDetails = statementDetails;
  }

  /** Skips latencies and endpoints of statements, which a gate does not need. */
  public static ReportMerger withoutStatementDetails() {
    return new ReportMerger(Runtime.getRuntime().maxMemory(), false);
  }

  @Override
  public void visitAgent(AgentInfo agent) throws ReportException {
    runs.add(agent, memory);
  }

  @Override
  public void visitRun(Run run) throws ReportException {
    runs.add(run, memory);
  }

  @Override
  public void visitTotals(Totals part) throws ReportException {
    totals.add(part, memory);
  }

  @Override
  public void visitFinding(Finding finding) throws ReportException {
    String key = FindingMerger.key(finding);
    FindingMerger merger = findings.get(key);
    if (merger == null) {
      merger = putIfAbsent(findings, key, new FindingMerger(finding, memory));
    }
    merger.add(finding, memory);
  }

  @Override
  public void visitEndpoint(Endpoint endpoint) throws ReportException {
    EndpointMerger merger = endpoints.get(endpoint.name);
    if (merger == null) {
      merger = putIfAbsent(endpoints, endpoint.name, new EndpointMerger(endpoint.name, memory));
    }
    merger.add(endpoint, decoder.get(), memory);
  }

  @Override
  public void visitStatement(Statement statement) throws ReportException {
    StatementMerger merger = statements.get(statement.id);
    if (merger == null) {
      merger = putIfAbsent(statements, statement.id, new StatementMerger(statement.id, memory));
    }
    merger.add(statement, decoder.get(), memory);
  }

  @Override
  public boolean needsStatementDetails() {
    return statementDetails;
  }

  @Override
  public void visitCall(Call call) throws ReportException {
    CallMerger merger = calls.get(call.id);
    if (merger == null) {
      merger = putIfAbsent(calls, call.id, new CallMerger(call.id, memory));
    }
    merger.add(call, decoder.get(), memory);
  }

  @Override
  public void visitCache(Cache cache) throws ReportException {
    String key = cache.name + '\n' + cache.kind;
    CacheMerger merger = caches.get(key);
    if (merger == null) {
      merger = putIfAbsent(caches, key, new CacheMerger(cache, memory));
    }
    merger.add(cache, memory);
  }

  @Override
  public void visitPool(Pool pool) throws ReportException {
    String key = pool.name + '\n' + pool.kind;
    PoolMerger merger = pools.get(key);
    if (merger == null) {
      merger = putIfAbsent(pools, key, new PoolMerger(pool, memory));
    }
    merger.add(pool, decoder.get(), memory);
  }

  @Override
  public void visitSlowQuery(SlowQuery query) throws ReportException {
    slowQueries.add(query, memory);
  }

  @Override
  public void visitSlowRequest(SlowRequest request) throws ReportException {
    slowRequests.add(request, memory);
  }

  @Override
  public void visitUnknown(String name, JsonNode value) throws ReportException {
    synchronized (unknown) {
      unknown.add(name, value, memory);
    }
  }

  /** The merger of the thread that was first. */
  private static <T> T putIfAbsent(Map<String, T> mergers, String key, T merger) {
    T existing = mergers.putIfAbsent(key, merger);
    return existing == null ? merger : existing;
  }

  /** The merged report. Call once, after all parts were added. */
  public Report report() {
    var report = new Report();
    report.schema = Report.SCHEMA;
    report.agent = runs.mergedAgent();
    report.run = runs.mergedRun();
    report.totals = totals.merged(findings.size());
    findings.values().forEach(merger -> report.findings.add(merger.merged()));
    report.findings.sort(FindingMerger.ORDER);
    endpoints.values().forEach(merger -> report.endpoints.add(merger.merged()));
    report.endpoints.sort(EndpointMerger.ORDER);
    statements.values().forEach(merger -> report.statements.add(merger.merged()));
    report.statements.sort(StatementMerger.ORDER);
    calls.values().forEach(merger -> report.calls.add(merger.merged()));
    report.calls.sort(CallMerger.ORDER);
    caches.values().forEach(merger -> report.caches.add(merger.merged()));
    report.caches.sort(CacheMerger.ORDER);
    pools.values().forEach(merger -> report.pools.add(merger.merged()));
    report.pools.sort(PoolMerger.ORDER);
    report.slowQueries = new ArrayList<>(slowQueries.merged());
    report.slowRequests = new ArrayList<>(slowRequests.merged());
    unknown.copyTo(report);
    return report;
  }
}
