package io.rowcall.core.record;

import io.rowcall.boot.request.CallSiteDemand;
import io.rowcall.boot.request.Request;
import io.rowcall.boot.request.SqlStatement;
import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.findings.EndpointRequests;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The requests of one endpoint. */
public final class EndpointStats implements EndpointRequests {
  public final String name;
  public final LatencyHistogram durations;

  /** Executions per request; exact below 256, to 1 % above. */
  public final Histogram executions = new Histogram(2);

  public long minExecutions = Long.MAX_VALUE;
  public long maxExecutions;

  public final ColdCacheCost cacheEffect = new ColdCacheCost();

  public final Map<SqlStatement, Share> statements = new HashMap<SqlStatement, Share>();
  public long requests;

  /** The requests after its warm-up. */
  public @Nullable WarmStats measured;

  /** How many these are. */
  public long warmRequests;

  private long firstStartNanos;
  public long errors;
  public long totalExecutions;

  /** Executions of its tasks after it had ended. */
  public long lateExecutions;

  public long databaseNanos;
  public long cacheHits;
  public long cacheMisses;
  public long poolWaitNanos;
  public long heldNanos;
  public long commits;
  public long rollbacks;

  /** Call sites that its next requests bring. */
  final CallSiteDemand demand = new CallSiteDemand();

  /** What it has a place for; see {@link Endpoints}. */
  int rank;

  /** Named by a finding. */
  boolean found;

  /** Misses by the ordinal of the cache. */
  private long[] missesOfCaches = new long[0];

  EndpointStats(String name, boolean fast, boolean measuresApart) {
    this.name = name;
    measured = measuresApart ? new WarmStats(fast) : null;
    durations = new LatencyHistogram(fast);
    executions.setAutoResize(true);
  }

  @Override
  public long requests() {
    return requests;
  }

  @Override
  public long warmRequests() {
    return warmRequests;
  }

  /**
   * Takes note of one more request.
   *
   * @return whether it belongs to the endpoint's warm-up
   */
  boolean began(Request request, WarmUp warmUp) {
    if (requests == 0) {
      firstStartNanos = request.startNanos;
    }
    requests++;
    boolean cold = warmUp.includes(requests, request.startNanos, firstStartNanos);
    if (!cold) {
      warmRequests++;
    }
    return cold;
  }

  /** What came so far belongs to the warm-up. */
  void mark() {
    measured = new WarmStats(false);
    warmRequests = 0;
  }

  void executed(long inOneRequest) {
    executions.recordValue(inOneRequest);
    totalExecutions += inOneRequest;
    minExecutions = Math.min(minExecutions, inOneRequest);
    maxExecutions = Math.max(maxExecutions, inOneRequest);
  }

  /** Takes in an endpoint that has executed nothing. */
  void addAll(EndpointStats silent) {
    durations.addAll(silent.durations);
    executions.add(silent.executions);
    requests += silent.requests;
    warmRequests += silent.warmRequests;
    cacheEffect.addAll(silent.cacheEffect);
    if (measured != null && silent.measured != null) {
      measured.addAll(silent.measured);
    }
    errors += silent.errors;
    if (silent.requests > 0) {
      minExecutions = 0;
    }
    databaseNanos += silent.databaseNanos;
    cacheHits += silent.cacheHits;
    cacheMisses += silent.cacheMisses;
    poolWaitNanos += silent.poolWaitNanos;
    heldNanos += silent.heldNanos;
    commits += silent.commits;
    rollbacks += silent.rollbacks;
    missesOfCaches =
        Arrays.copyOf(
            missesOfCaches, Math.max(missesOfCaches.length, silent.missesOfCaches.length));
    for (int ordinal = 0; ordinal < silent.missesOfCaches.length; ordinal++) {
      missesOfCaches[ordinal] += silent.missesOfCaches[ordinal];
    }
  }

  void lookedUp(Request request) {
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

  void connected(Request request, long held) {
    poolWaitNanos += request.connections.waitNanos();
    heldNanos += held;
    commits += request.transactions.commits();
    rollbacks += request.transactions.rollbacks();
  }

  long missesOf(int ordinalOfCache) {
    return ordinalOfCache < missesOfCaches.length ? missesOfCaches[ordinalOfCache] : 0;
  }

  /** What the endpoint did with one statement. */
  public static final class Share {
    public long executions;
    public long perRequestMax;
    public long nanos;
    public long rows;

    /** Where this endpoint last executed it; null when that was not taken. */
    public @Nullable CallSite callSite;
  }
}
