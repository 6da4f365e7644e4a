package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import org.HdrHistogram.Histogram;

/** Totals of the requests of one endpoint after warm-up, which {@link EndpointStats} includes. */
public final class WarmStats {
  public final LatencyHistogram durations;

  /** Executions per request; exact below 256, to 1 % above. */
  public final Histogram executions = new Histogram(2);

  private final HistogramSummary.Cache executionSummary = new HistogramSummary.Cache(executions);

  public final ColdCacheCost cacheEffect = new ColdCacheCost();
  public long requests;
  public long minExecutions = Long.MAX_VALUE;
  public long maxExecutions;
  public long totalExecutions;
  public long cacheHits;
  public long cacheMisses;

  WarmStats(boolean fast) {
    durations = new LatencyHistogram(fast);
    executions.setAutoResize(true);
  }

  /** Percentiles and encoding of {@link #executions}. */
  public HistogramSummary executionSummary() {
    return executionSummary.get();
  }

  void add(Request request, long nanos) {
    long count = request.log.executions();
    requests++;
    durations.add(nanos);
    executions.recordValue(count);
    cacheEffect.add(count, request.cacheLookups.misses());
    totalExecutions += count;
    minExecutions = Math.min(minExecutions, count);
    maxExecutions = Math.max(maxExecutions, count);
    cacheHits += request.cacheLookups.hits();
    cacheMisses += request.cacheLookups.misses();
  }

  void addAll(WarmStats other) {
    requests += other.requests;
    durations.addAll(other.durations);
    executions.add(other.executions);
    cacheEffect.addAll(other.cacheEffect);
    totalExecutions += other.totalExecutions;
    minExecutions = Math.min(minExecutions, other.minExecutions);
    maxExecutions = Math.max(maxExecutions, other.maxExecutions);
    cacheHits += other.cacheHits;
    cacheMisses += other.cacheMisses;
  }
}
