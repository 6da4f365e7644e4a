package io.rowcall.core.record;

import io.rowcall.boot.request.CallSiteDemands;
import io.rowcall.boot.request.PoolStats;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.config.Config;
import io.rowcall.core.findings.Checks;
import io.rowcall.core.findings.Detection;
import io.rowcall.core.findings.Detector;
import io.rowcall.core.findings.FindingStats;
import io.rowcall.core.findings.request.StatementGroup;
import io.rowcall.core.findings.request.StatementGroups;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.library.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Totals of the JVM: by endpoint, statement, finding, cache and pool. Global totals are exact;
 * endpoints beyond the bound are counted as {@value #OTHER}.
 *
 * <p>Guarded by the lock of {@link RecordingEngine}, which the agent's thread acquires for each
 * batch of requests and for each report, and which callers try when too many requests are waiting.
 */
public final class Aggregate {
  public static final String OTHER = "(other)";
  public static final String UNATTRIBUTED = "(unattributed)";
  public static final String LATE = "(late)";

  /** Acquisitions whose call sites are captured, so that the next slow one is likely among them. */
  private static final int ACQUISITIONS_WITH_CALL_SITE = 64;

  private final Detector detector;
  private final WarmUp warmUp;
  private final StatementGroups groups = new StatementGroups();
  private final EndpointNames names = new EndpointNames();

  private final Endpoints endpointTable;
  public final Map<String, EndpointStats> endpoints;
  public final Map<SqlStatement, StatementStats> statements =
      new HashMap<SqlStatement, StatementStats>();
  public final CallTotals calls = new CallTotals();
  private final Map<FindingKey, FindingStats> findings =
      new LinkedHashMap<FindingKey, FindingStats>();
  private final Examples examples = new Examples();
  private final FindingKey lookupKey = new FindingKey();

  private final Libraries libraries;
  private final Caches caches = new Caches();
  private final CacheNames cacheNames;
  private final Pools pools;

  /** All requests and executions over time. */
  public final TimeSeries series = new TimeSeries();

  public long requests;
  public long errors;
  public long executions;
  public long unattributedExecutions;
  public long lateExecutions;

  /** Unattributed executions that may belong to either of two requests. */
  public long ambiguousExecutions;

  public long executionErrors;
  public long databaseNanos;
  public long rows;
  public long overflowedFindings;
  private int shares;

  public Aggregate(Config config) {
    this(config, new Libraries(Collections.<Library>emptyList()));
  }

  private Aggregate(Config config, Libraries libraries) {
    this(config, libraries, new CreationSites(new CallSites(libraries)));
  }

  private Aggregate(Config config, Libraries libraries, CreationSites sites) {
    this(config, libraries, new CacheNames(libraries, sites), new PoolNames(libraries, sites));
  }

  Aggregate(Config config, Libraries libraries, CacheNames cacheNames, PoolNames poolNames) {
    this.libraries = libraries;
    this.cacheNames = cacheNames;
    this.pools = new Pools(poolNames);
    detector = new Detector(new Checks(config));
    warmUp = new WarmUp(config);
    endpointTable = new Endpoints(warmUp);
    endpoints = endpointTable.byName;
  }

  /**
   * Aggregates a finished request.
   *
   * @return the name of its endpoint
   */
  public synchronized String add(Request request) {
    CallSites.completeViews(request);
    groups.load(request);
    if (request.cacheLookups.ordinals() > 0) {
      caches.add(request, cacheNames.all());
    }
    if (request.connections.size() > 0) {
      pools.addWaits(request);
    }
    long count = request.log.executions();
    executions += count;
    databaseNanos += request.log.executionNanos();
    if (request.late) {
      lateExecutions += count;
      series.addQueries(request, count);
      addStatements(request, null);
      calls.add(request, groups, null);
      String endpointName = request.lateEndpoint();
      EndpointStats late = endpointName == null ? null : endpointTable.known(endpointName);
      if (late != null) {
        late.lateExecutions += count;
      }
      return LATE;
    }
    if (request.unattributed) {
      unattributedExecutions += count;
      series.addQueries(request, count);
      if (request.ambiguous) {
        ambiguousExecutions += count;
      }
      addStatements(request, null);
      calls.add(request, groups, null);
      return UNATTRIBUTED;
    }
    EndpointStats endpoint = endpointTable.of(names.of(request), Endpoints.rank(request, count));
    request.setEndpoint(endpoint.name);
    boolean cold = endpoint.countRequest(request, warmUp);
    if (request.evidence.isOfUnknownEndpoint()) {
      CallSiteDemands.learn(request.method, request.path, endpoint.demand);
    }
    long nanos = request.endNanos - request.startNanos;
    requests++;
    endpoint.durations.add(nanos);
    endpoint.series.add(request, count, nanos);
    series.add(request, count, nanos);
    if (request.trace != null) {
      endpoint.traced = TracedRequest.of(request, nanos, endpoint.traced);
    }
    WarmStats measured = endpoint.measured;
    if (!cold && measured != null) {
      measured.add(request, nanos);
    }
    endpoint.addExecutions(count);
    endpoint.cacheEffect.add(count, request.cacheLookups.misses());
    endpoint.databaseNanos += request.log.executionNanos();
    if (request.failed) {
      errors++;
      endpoint.errors++;
    }
    endpoint.addCacheLookups(request);
    endpoint.addConnections(request, pools.addLeases(request, endpoint.name));
    addStatements(request, endpoint);
    calls.add(request, groups, endpoint);
    List<Detection> found = detector.detect(request, groups);
    for (int i = 0; i < found.size(); i++) {
      add(request, endpoint, found.get(i), nanos, cold);
    }
    return endpoint.name;
  }

  /** Number of requests counted as {@value #OTHER}. */
  public long overflowedEndpoints() {
    return endpointTable.overflowed();
  }

  /** All findings in order of detection, except those seen only during warm-up. */
  public Collection<FindingStats> findings() {
    List<FindingStats> shown = new ArrayList<FindingStats>(findings.size());
    for (FindingStats finding : findings.values()) {
      if (!finding.isWarmUpEffect()) {
        shown.add(finding);
      }
    }
    return shown;
  }

  /**
   * Ends the warm-up of all endpoints. Requests that started before belong to it.
   *
   * @param atNanos the end, by {@link System#nanoTime()}
   */
  public synchronized void mark(long atNanos) {
    warmUp.end(atNanos);
    for (EndpointStats endpoint : endpoints.values()) {
      endpoint.mark();
    }
  }

  /** All caches, by ordinal. */
  public List<CacheTotals> caches() {
    return caches.of(cacheNames.all());
  }

  /** All pools, by ordinal. */
  public List<PoolTotals> pools() {
    return pools.all();
  }

  public PoolTotals pool(PoolStats pool) {
    return pools.of(pool);
  }

  /** The endpoint with most misses of a cache; empty if no endpoint has any. */
  public String mostMissing(CacheTotals cache) {
    String name = "";
    long most = 0;
    for (EndpointStats endpoint : endpoints.values()) {
      long misses = endpoint.missesOf(cache.cache.ordinal);
      if (misses > most) {
        most = misses;
        name = endpoint.name;
      }
    }
    return name;
  }

  /** The call site of the last execution of a statement by an endpoint; null if unknown. */
  public @Nullable CallSite callSite(String endpoint, SqlStatement statement) {
    EndpointStats figures = endpoints.get(endpoint);
    EndpointStats.Share share = figures == null ? null : figures.statements.get(statement);
    return share == null ? null : share.callSite;
  }

  private void addStatements(Request request, @Nullable EndpointStats endpoint) {
    for (int i = 0; i < groups.size(); i++) {
      StatementGroup group = groups.get(i);
      StatementStats figures = statements.get(group.statement());
      if (figures == null) {
        figures = new StatementStats(group.statement(), statements.size() < Limits.FAST_HISTOGRAMS);
        statements.put(group.statement(), figures);
      }
      figures.executions += group.executions();
      figures.errors += group.errors();
      figures.rows += group.rows();
      figures.batched += group.batched();
      rows += group.rows();
      executionErrors += group.errors();
      addDurations(request, group, figures);
      if (request.unattributed) {
        figures.addUnattributed(request, group);
      }
      if (endpoint != null) {
        figures.addEndpoint(endpoint.name);
        EndpointStats.Share share = share(endpoint, group.statement());
        share.executions += group.executions();
        share.perRequestMax = Math.max(share.perRequestMax, group.executions());
        share.nanos += group.nanos();
        share.rows += group.rows();
        if (group.callSite() != null) {
          share.callSite = (CallSite) group.callSite();
        }
      }
    }
  }

  private EndpointStats.Share share(EndpointStats endpoint, SqlStatement statement) {
    EndpointStats.Share share = endpoint.statements.get(statement);
    if (share == null) {
      boolean hasRoom =
          shares < Limits.SHARES && endpoint.statements.size() < Limits.STATEMENTS_PER_ENDPOINT;
      SqlStatement counted = hasRoom ? statement : SqlStatement.OTHER;
      share = endpoint.statements.get(counted);
      if (share == null) {
        share = new EndpointStats.Share();
        endpoint.statements.put(counted, share);
        shares++;
      }
    }
    return share;
  }

  static void addDurations(Request request, StatementGroup group, StatementStats figures) {
    long logged = 0;
    for (int i = 0; i < group.logged(); i++) {
      long nanos = request.log.elapsedNanos(group.row(i));
      figures.durations.add(nanos);
      logged += nanos;
    }
    long unlogged = group.executions() - group.logged();
    if (unlogged > 0) {
      figures.durations.add((group.nanos() - logged) / unlogged, unlogged);
    }
  }

  private void add(
      Request request, EndpointStats endpoint, Detection found, long nanos, boolean cold) {
    FindingKey key = lookupKey.fill(found, endpoint.name);
    FindingStats finding = findings.get(key);
    if (finding == null) {
      if (findings.size() >= Limits.FINDINGS) {
        overflowedFindings++;
        return;
      }
      finding = FindingStats.of(found, endpoint.name, endpoint);
      findings.put(key.copy(), finding);
      endpoint.found = true;
    }
    finding.add(found, nanos, cold);
    examples.add(finding, found, request, cold);
    if (found.check.isAnsweredByWarmCache()
        && request.cacheLookups.misses() > 0
        && request.cacheLookups.misses() >= found.avoidableExecutions()) {
      finding.requestsWithMisses++;
    }
    if (finding.lacksCallSites()) {
      demandCallSites(request, endpoint, finding);
    }
  }

  /**
   * Requests the missing call sites from the next request of the endpoint: all of them, because
   * call sites of different requests need not belong together.
   */
  private static void demandCallSites(
      Request request, EndpointStats endpoint, FindingStats finding) {
    if (finding.pool != null) {
      finding.pool.callSitesWanted = ACQUISITIONS_WITH_CALL_SITE;
      finding.onCallSitesDemanded();
    }
    if (finding.statement == null) {
      return;
    }
    CallSiteDemands.learn(request.method, request.path, endpoint.demand);
    boolean demanded = endpoint.demand.request(finding.statement);
    SqlStatement parent = finding.parent();
    if (parent != null) {
      demanded |= endpoint.demand.request(parent);
    }
    if (demanded) {
      finding.onCallSitesDemanded();
    }
  }

  /** The libraries whose pools and caches are in the totals. */
  public Libraries libraries() {
    return libraries;
  }
}
