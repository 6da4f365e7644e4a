package io.rowcall.core.record;

import io.rowcall.boot.request.CallSiteDemand;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.EndpointRequests;
import io.rowcall.core.findings.request.StatementGroups;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Totals of the requests of one endpoint. */
public final class EndpointStats implements EndpointRequests {
  public final String name;
  public final LatencyHistogram durations;

  /** Executions per request; exact below 256, to 1 % above. */
  public final Histogram executions = new Histogram(2);

  private final HistogramSummary.Cache executionSummary = new HistogramSummary.Cache(executions);

  public long minExecutions = Long.MAX_VALUE;
  public long maxExecutions;

  public final ColdCacheCost cacheEffect = new ColdCacheCost();

  public final Map<SqlStatement, Share> statements = new HashMap<SqlStatement, Share>();
  public final TimeSeries series = new TimeSeries();

  /** The latest request of which the trace is known. */
  public @Nullable TracedRequest traced;

  public long requests;

  /** Totals of the requests after warm-up; null if they are not reported separately. */
  public @Nullable WarmStats measured;

  /** Number of requests after warm-up. */
  public long warmRequests;

  /** Number of those that acquired a connection. */
  long warmHolders;

  /** Outgoing calls; null while there were none. */
  public @Nullable EndpointCalls calls;

  private long firstStartNanos;
  public long errors;
  public long totalExecutions;

  /** Executions of tasks after their request had finished. */
  public long lateExecutions;

  public long databaseNanos;
  public long cacheHits;
  public long cacheMisses;
  public long poolWaitNanos;
  public long heldNanos;
  public long commits;
  public long rollbacks;

  /** Call sites to capture in the next requests. */
  final CallSiteDemand demand = new CallSiteDemand();

  /** Rank among endpoints; see {@link Endpoints}. */
  int rank;

  /** Whether it has a finding. */
  boolean found;

  /** Cache misses by the ordinal of the cache. */
  private long[] missesOfCaches = new long[0];

  EndpointStats(String name, boolean fast, boolean separateWarmUp) {
    this.name = name;
    measured = separateWarmUp ? new WarmStats(fast) : null;
    durations = new LatencyHistogram(fast);
    executions.setAutoResize(true);
  }

  /** Percentiles and encoding of {@link #executions}. */
  public HistogramSummary executionSummary() {
    return executionSummary.get();
  }

  @Override
  public long requests() {
    return requests;
  }

  @Override
  public long warmRequests() {
    return warmRequests;
  }

  @Override
  public long warmRequestsWithConnection() {
    return warmHolders;
  }

  /**
   * Counts a request.
   *
   * @return whether it belongs to the warm-up of the endpoint
   */
  boolean countRequest(Request request, WarmUp warmUp) {
    if (requests == 0) {
      firstStartNanos = request.startNanos;
    }
    requests++;
    boolean cold = warmUp.includes(requests, request.startNanos, firstStartNanos);
    if (!cold) {
      warmRequests++;
      if (request.connections.size() > 0) {
        warmHolders++;
      }
    }
    return cold;
  }

  /** Assigns all requests so far to the warm-up. */
  void mark() {
    measured = new WarmStats(false);
    warmRequests = 0;
    warmHolders = 0;
  }

  void addExecutions(long count) {
    executions.recordValue(count);
    totalExecutions += count;
    minExecutions = Math.min(minExecutions, count);
    maxExecutions = Math.max(maxExecutions, count);
  }

  /** Adds the outgoing calls of a request, which was counted. */
  void addCalls(Request request, StatementGroups groups) {
    EndpointCalls known = calls;
    if (known == null) {
      if (request.log.calls() == 0) {
        return;
      }
      known = new EndpointCalls(requests - 1);
      calls = known;
    }
    known.add(request, groups);
  }

  /** Adds the totals of an endpoint without executions. */
  void addAll(EndpointStats other) {
    durations.addAll(other.durations);
    executions.add(other.executions);
    series.addAll(other.series);
    requests += other.requests;
    warmRequests += other.warmRequests;
    warmHolders += other.warmHolders;
    cacheEffect.addAll(other.cacheEffect);
    if (measured != null && other.measured != null) {
      measured.addAll(other.measured);
    }
    addCallsOf(other);
    errors += other.errors;
    if (other.requests > 0) {
      minExecutions = 0;
    }
    databaseNanos += other.databaseNanos;
    cacheHits += other.cacheHits;
    cacheMisses += other.cacheMisses;
    poolWaitNanos += other.poolWaitNanos;
    heldNanos += other.heldNanos;
    commits += other.commits;
    rollbacks += other.rollbacks;
    missesOfCaches =
        Arrays.copyOf(missesOfCaches, Math.max(missesOfCaches.length, other.missesOfCaches.length));
    for (int ordinal = 0; ordinal < other.missesOfCaches.length; ordinal++) {
      missesOfCaches[ordinal] += other.missesOfCaches[ordinal];
    }
  }

  /** Called after {@link #requests} includes those of the other. */
  private void addCallsOf(EndpointStats other) {
    if (calls == null && other.calls == null) {
      return;
    }
    EndpointCalls own = calls == null ? new EndpointCalls(requests - other.requests) : calls;
    own.addAll(other.calls == null ? new EndpointCalls(other.requests) : other.calls);
    calls = own;
  }

  void addCacheLookups(Request request) {
    cacheHits += request.cacheLookups.hits();
    cacheMisses += request.cacheLookups.misses();
    int end = request.cacheLookups.ordinals();
    if (end > missesOfCaches.length) {
      missesOfCaches = Arrays.copyOf(missesOfCaches, end);
    }
    for (int ordinal = 0; ordinal < end; ordinal++) {
      missesOfCaches[ordinal] += request.cacheLookups.misses(ordinal);
    }
  }

  void addConnections(Request request, long held) {
    poolWaitNanos += request.connections.waitNanos();
    heldNanos += held;
    commits += request.transactions.commits();
    rollbacks += request.transactions.rollbacks();
  }

  long missesOf(int ordinalOfCache) {
    return ordinalOfCache < missesOfCaches.length ? missesOfCaches[ordinalOfCache] : 0;
  }

  /** Totals of one statement at one endpoint. */
  public static final class Share {
    public long executions;
    public long perRequestMax;
    public long nanos;
    public long rows;

    /** Call site of the last execution; null if unknown. */
    public @Nullable CallSite callSite;
  }
}
