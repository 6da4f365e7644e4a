package io.rowcall.core.record;

import io.rowcall.boot.CallSiteDemands;
import io.rowcall.boot.KnownPool;
import io.rowcall.boot.Request;
import io.rowcall.boot.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.detect.Detector;
import io.rowcall.core.detect.FindingClass;
import io.rowcall.core.detect.Found;
import io.rowcall.core.detect.Group;
import io.rowcall.core.detect.Groups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures of the JVM. Exact totals stand outside of every bound; beyond its bound, an endpoint
 * becomes {@value #OTHER}.
 *
 * <p>Guarded by the lock of {@link RecordingEngine}, which the agent's thread takes for each batch
 * of requests and for a report, and which callers try when too many requests wait.
 */
public final class Aggregate {
  public static final String OTHER = "(other)";
  public static final String UNATTRIBUTED = "(unattributed)";
  public static final String LATE = "(late)";

  /** Acquisitions whose call sites are taken, in the hope that the next bad one is among them. */
  private static final int SITES_OF_CONNECTIONS = 64;

  private final Detector detector;
  private final WarmUp warmUp;
  private final Groups groups = new Groups();
  private final EndpointNames names = new EndpointNames();

  private final Endpoints places;
  public final Map<String, EndpointFigures> endpoints;
  public final Map<SqlStatement, StatementFigures> statements =
      new HashMap<SqlStatement, StatementFigures>();
  private final Map<FindingKey, FindingFigures> findings =
      new LinkedHashMap<FindingKey, FindingFigures>();
  private final FindingKey wanted = new FindingKey();

  private final Caches caches = new Caches();
  private final CacheNames cacheNames;
  private final Pools pools;

  public long requests;
  public long errors;
  public long executions;
  public long unattributedExecutions;
  public long lateExecutions;

  /** Those of the unattributed ones that two requests could own. */
  public long ambiguousExecutions;

  public long executionErrors;
  public long databaseNanos;
  public long rows;
  public long overflowedFindings;
  private int shares;

  public Aggregate(Config config) {
    this(config, new Places(new CallSites("")));
  }

  private Aggregate(Config config, Places places) {
    this(config, new CacheNames(places), new PoolNames(places));
  }

  Aggregate(Config config, CacheNames cacheNames, PoolNames poolNames) {
    this.cacheNames = cacheNames;
    this.pools = new Pools(poolNames);
    detector = new Detector(config);
    warmUp = new WarmUp(config);
    places = new Endpoints(warmUp);
    endpoints = places.byName;
  }

  /**
   * Adds a finished request.
   *
   * @return the name of its endpoint
   */
  public synchronized String add(Request request) {
    CallSites.completeViews(request);
    groups.of(request);
    if (request.cachesEnd() > 0) {
      caches.add(request, cacheNames.all());
    }
    if (request.holds().size() > 0) {
      pools.waited(request);
    }
    long count = request.executions();
    executions += count;
    databaseNanos += request.executionNanos();
    if (request.late) {
      lateExecutions += count;
      addStatements(request, null);
      String of = request.lateEndpoint();
      EndpointFigures late = of == null ? null : places.known(of);
      if (late != null) {
        late.lateExecutions += count;
      }
      return LATE;
    }
    if (request.unattributed) {
      unattributedExecutions += count;
      if (request.ambiguous) {
        ambiguousExecutions += count;
      }
      addStatements(request, null);
      return UNATTRIBUTED;
    }
    EndpointFigures endpoint = places.of(names.of(request), Endpoints.rank(request, count));
    request.endpointIs(endpoint.name);
    boolean cold = endpoint.began(request, warmUp);
    if (request.isOfUnknownEndpoint()) {
      CallSiteDemands.learn(request, endpoint.demand);
    }
    long nanos = request.endNanos - request.startNanos;
    requests++;
    endpoint.durations.add(nanos);
    MeasuredFigures measured = endpoint.measured;
    if (!cold && measured != null) {
      measured.add(request, nanos);
    }
    endpoint.executed(count);
    endpoint.cacheEffect.add(count, request.cacheMisses);
    endpoint.databaseNanos += request.executionNanos();
    if (request.failed) {
      errors++;
      endpoint.errors++;
    }
    endpoint.lookedUp(request);
    endpoint.connected(request, pools.held(request, endpoint.name));
    addStatements(request, endpoint);
    List<Found> found = detector.judge(request, groups);
    for (int i = 0; i < found.size(); i++) {
      add(request, endpoint, found.get(i), nanos, cold);
    }
    return endpoint.name;
  }

  /** Requests that are counted at {@value #OTHER}. */
  public long overflowedEndpoints() {
    return places.overflowed();
  }

  /** All findings, the first one first, but for those that only a cold JVM showed. */
  public Collection<FindingFigures> findings() {
    List<FindingFigures> shown = new ArrayList<FindingFigures>(findings.size());
    for (FindingFigures finding : findings.values()) {
      if (!finding.isOfWarmUpOnly()) {
        shown.add(finding);
      }
    }
    return shown;
  }

  /**
   * What began before belongs to the warm-up of every endpoint.
   *
   * @param atNanos by {@link System#nanoTime()}
   */
  public synchronized void mark(long atNanos) {
    warmUp.end(atNanos);
    for (EndpointFigures endpoint : endpoints.values()) {
      endpoint.mark();
    }
  }

  /** All caches, by ordinal. */
  public List<CacheFigures> caches() {
    return caches.of(cacheNames.all());
  }

  /** All pools, by ordinal. */
  public List<PoolFigures> pools() {
    return pools.all();
  }

  public PoolFigures pool(KnownPool pool) {
    return pools.of(pool);
  }

  /** The endpoint that most misses of a cache come from; empty when they come from none. */
  public String mostMissing(CacheFigures cache) {
    String name = "";
    long most = 0;
    for (EndpointFigures endpoint : endpoints.values()) {
      long misses = endpoint.missesOf(cache.cache.ordinal);
      if (misses > most) {
        most = misses;
        name = endpoint.name;
      }
    }
    return name;
  }

  /** Where an endpoint last executed a statement; null when that was not taken. */
  public @Nullable CallSite callSite(String endpoint, SqlStatement statement) {
    EndpointFigures figures = endpoints.get(endpoint);
    EndpointFigures.Share share = figures == null ? null : figures.statements.get(statement);
    return share == null ? null : share.callSite;
  }

  private void addStatements(Request request, @Nullable EndpointFigures endpoint) {
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      StatementFigures figures = statements.get(group.statement());
      if (figures == null) {
        figures =
            new StatementFigures(group.statement(), statements.size() < Limits.FAST_HISTOGRAMS);
        statements.put(group.statement(), figures);
      }
      figures.executions += group.executions();
      figures.errors += group.errors();
      figures.rows += group.rows();
      figures.batched += group.batched();
      rows += group.rows();
      executionErrors += group.errors();
      addDurations(request, group, figures);
      if (endpoint != null) {
        figures.seenAt(endpoint.name);
        EndpointFigures.Share share = share(endpoint, group.statement());
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

  private EndpointFigures.Share share(EndpointFigures endpoint, SqlStatement statement) {
    EndpointFigures.Share share = endpoint.statements.get(statement);
    if (share == null) {
      boolean room =
          shares < Limits.SHARES && endpoint.statements.size() < Limits.STATEMENTS_PER_ENDPOINT;
      SqlStatement of = room ? statement : SqlStatement.OTHER;
      share = endpoint.statements.get(of);
      if (share == null) {
        share = new EndpointFigures.Share();
        endpoint.statements.put(of, share);
        shares++;
      }
    }
    return share;
  }

  private static void addDurations(Request request, Group group, StatementFigures figures) {
    long logged = 0;
    for (int i = 0; i < group.logged(); i++) {
      long nanos = request.elapsed[group.row(i)];
      figures.durations.add(nanos);
      logged += nanos;
    }
    long beyond = group.executions() - group.logged();
    if (beyond > 0) {
      figures.durations.add((group.nanos() - logged) / beyond, beyond);
    }
  }

  private void add(
      Request request, EndpointFigures endpoint, Found found, long nanos, boolean cold) {
    FindingKey key = wanted.of(found, endpoint.name);
    FindingFigures finding = findings.get(key);
    if (finding == null) {
      if (findings.size() >= Limits.FINDINGS) {
        overflowedFindings++;
        return;
      }
      finding = new FindingFigures(found, endpoint);
      findings.put(key.copy(), finding);
      endpoint.found = true;
    }
    finding.add(found, nanos, cold);
    if (found.type == FindingClass.N_PLUS_ONE_SELECT
        && request.cacheMisses > 0
        && request.cacheMisses >= found.avoidableExecutions()) {
      finding.requestsWithMisses++;
    }
    if (finding.lacksCallSites()) {
      askForCallSites(request, endpoint, finding);
    }
  }

  /**
   * The next request of the endpoint brings the lines that are still missing: all of them, because
   * lines of different requests need not belong together.
   */
  private static void askForCallSites(
      Request request, EndpointFigures endpoint, FindingFigures finding) {
    if (finding.pool != null) {
      finding.pool.sitesWanted = SITES_OF_CONNECTIONS;
      finding.askedForCallSites();
    }
    if (finding.statement == null) {
      return;
    }
    CallSiteDemands.learn(request, endpoint.demand);
    boolean anew = endpoint.demand.ask(finding.statement);
    SqlStatement parent = finding.parent();
    if (parent != null) {
      anew |= endpoint.demand.ask(parent);
    }
    if (anew) {
      finding.askedForCallSites();
    }
  }
}
