package io.rowcall.core.record;

import io.rowcall.boot.KnownPool;
import io.rowcall.boot.Request;
import io.rowcall.boot.SqlStatement;
import io.rowcall.core.config.Config;
import io.rowcall.core.detect.Detector;
import io.rowcall.core.detect.Found;
import io.rowcall.core.detect.Group;
import io.rowcall.core.detect.Groups;
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
 * <p>Guarded by its own lock: the agent's thread takes it for each batch of requests, and callers
 * when too many wait.
 */
public final class Aggregate {
  public static final String OTHER = "(other)";
  public static final String UNATTRIBUTED = "(unattributed)";
  public static final String LATE = "(late)";
  private static final int CALL_SITES_ASKED_AGAIN = 2;

  /** Acquisitions whose call sites are taken, in the hope that the next bad one is among them. */
  private static final int SITES_OF_CONNECTIONS = 64;

  private final Detector detector;
  private final Groups groups = new Groups();
  private final EndpointNames names = new EndpointNames();

  private final Endpoints places = new Endpoints();
  public final Map<String, EndpointFigures> endpoints = places.byName;
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
  }

  /**
   * Adds a finished request.
   *
   * @return the name of its endpoint
   */
  public synchronized String add(Request request) {
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
    long nanos = request.endNanos - request.startNanos;
    requests++;
    endpoint.requests++;
    endpoint.durations.add(nanos);
    endpoint.executed(count);
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
      add(endpoint, found.get(i), nanos);
    }
    return endpoint.name;
  }

  /** Requests that are counted at {@value #OTHER}. */
  public long overflowedEndpoints() {
    return places.overflowed();
  }

  /** All findings, the first one first. */
  public Collection<FindingFigures> findings() {
    return findings.values();
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
      if (group.callSite() != null) {
        figures.callSite = (CallSite) group.callSite();
      }
      if (endpoint != null) {
        figures.seenAt(endpoint.name);
        EndpointFigures.Share share = share(endpoint, group.statement());
        share.executions += group.executions();
        share.perRequestMax = Math.max(share.perRequestMax, group.executions());
        share.nanos += group.nanos();
        share.rows += group.rows();
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

  private void add(EndpointFigures endpoint, Found found, long nanos) {
    FindingKey key = wanted.of(found, endpoint.name);
    FindingFigures finding = findings.get(key);
    if (finding == null) {
      if (findings.size() >= Limits.FINDINGS) {
        overflowedFindings++;
        return;
      }
      finding = new FindingFigures(found.type, endpoint.name, found.statement, found.pool);
      findings.put(key.copy(), finding);
      endpoint.found = true;
    }
    finding.add(found, nanos);
    if (finding.lacksCallSite() && found.statement != null) {
      askForCallSite(found.statement);
    }
    if (finding.lacksCallSite() && found.pool != null) {
      found.pool.sitesWanted = SITES_OF_CONNECTIONS;
    }
  }

  /** The next request that repeats the statement brings the line that is still missing. */
  private static void askForCallSite(SqlStatement statement) {
    if (statement.repeatSitesWanted <= 0) {
      statement.repeatSitesWanted = CALL_SITES_ASKED_AGAIN;
    }
    if (statement.firstSitesWanted <= 0) {
      statement.firstSitesWanted = CALL_SITES_ASKED_AGAIN;
    }
  }
}
