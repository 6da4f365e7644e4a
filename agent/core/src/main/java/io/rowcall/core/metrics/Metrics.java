package io.rowcall.core.metrics;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.rowcall.core.record.Aggregate;
import io.rowcall.core.record.EndpointStats;
import io.rowcall.core.record.PoolTotals;
import io.rowcall.core.record.TracedRequest;
import io.rowcall.format.Cache;
import io.rowcall.format.Finding;
import io.rowcall.format.Pool;
import io.rowcall.format.Report;
import io.rowcall.format.Totals;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report as metrics, and its histograms in buckets. The same figures: whatever
 * sums up the metrics of several instances gets what merging their reports gives. Guarded by its
 * caller.
 */
public final class Metrics {
  private final EndpointLabels endpoints = new EndpointLabels();
  private MetricSnapshots snapshots = new MetricSnapshots();

  /** Takes the current figures. The caller holds the aggregate's lock. */
  public void update(Report report, Aggregate aggregate) {
    Families families = new Families();
    families.add(Metric.AGENT, 1, "version", report.agent.version, "service", report.run.service);
    addEndpoints(aggregate, families);
    addTotals(report.totals, families);
    for (Finding finding : report.findings) {
      String endpoint = endpoints.of(finding.endpoint);
      families.add(Metric.FINDINGS, 1, "class", finding.type, "verdict", finding.verdict);
      families.add(
          Metric.FINDING_REQUESTS, finding.requests, "class", finding.type, "endpoint", endpoint);
      families.add(
          Metric.AVOIDABLE_EXECUTIONS,
          finding.avoidableExecutions,
          "class",
          finding.type,
          "endpoint",
          endpoint);
    }
    for (Cache cache : report.caches) {
      addCache(cache, families);
    }
    for (Pool pool : report.pools) {
      addPool(pool, families);
    }
    for (PoolTotals pool : aggregate.pools()) {
      families.add(
          Metric.POOL_WAIT,
          pool.waits.count(),
          pool.waits.totalNanos() / 1e9,
          "pool",
          pool.pool.name,
          "kind",
          pool.pool.kind);
    }
    snapshots = families.snapshots();
  }

  private void addEndpoints(Aggregate aggregate, Families families) {
    Map<String, EndpointSum> sums = new LinkedHashMap<String, EndpointSum>();
    for (EndpointStats endpoint : aggregate.endpoints.values()) {
      String label = endpoints.of(endpoint.name);
      EndpointSum sum = sums.get(label);
      if (sum == null) {
        sum = new EndpointSum();
        sums.put(label, sum);
      }
      sum.add(endpoint);
    }
    for (Map.Entry<String, EndpointSum> entry : sums.entrySet()) {
      String label = entry.getKey();
      EndpointSum sum = entry.getValue();
      families.addHistogram(
          Metric.REQUEST_DURATION,
          EndpointSum.SECONDS,
          sum.durations,
          sum.nanos / 1e9,
          exemplars(sum.traced),
          "endpoint",
          label);
      families.addHistogram(
          Metric.REQUEST_EXECUTIONS,
          EndpointSum.EXECUTIONS,
          sum.executions,
          sum.totalExecutions,
          Exemplars.EMPTY,
          "endpoint",
          label);
      families.add(Metric.REQUEST_ERRORS, sum.errors, "endpoint", label);
      families.add(Metric.DATABASE_TIME, sum.databaseNanos / 1e9, "endpoint", label);
    }
  }

  private static Exemplars exemplars(@Nullable TracedRequest request) {
    if (request == null) {
      return Exemplars.EMPTY;
    }
    return Exemplars.of(
        new Exemplar(
            request.nanos / 1e9, Labels.of("trace_id", request.traceId), request.endMillis));
  }

  private static void addTotals(Totals totals, Families families) {
    long outside = totals.unattributedExecutions;
    long late = totals.lateExecutions;
    families.add(Metric.OPEN_REQUESTS, totals.openRequests);
    families.add(
        Metric.EXECUTIONS,
        totals.executions - totals.openExecutions - outside - late,
        "origin",
        "request");
    families.add(Metric.EXECUTIONS, outside, "origin", "outside");
    families.add(Metric.EXECUTIONS, late, "origin", "late");
    families.add(Metric.EXECUTION_ERRORS, totals.executionErrors);
    families.add(Metric.ROWS, totals.rows);
    families.add(Metric.SLOW_QUERIES, totals.slowQueries);
    families.add(Metric.SLOW_REQUESTS, totals.slowRequests);
    families.add(Metric.DROPPED, totals.droppedRequests, "what", "requests");
    families.add(Metric.DROPPED, totals.droppedLogLines, "what", "log_lines");
    families.add(Metric.DROPPED, totals.overflowedEndpoints, "what", "endpoints");
    families.add(Metric.DROPPED, totals.overflowedStatements, "what", "statements");
    families.add(Metric.DROPPED, totals.overflowedFindings, "what", "findings");
    families.add(Metric.SUPPRESSED_ERRORS, totals.suppressedErrors);
  }

  private static void addCache(Cache cache, Families families) {
    String[] hit = {"cache", cache.name, "kind", cache.kind, "result", "hit"};
    String[] miss = {"cache", cache.name, "kind", cache.kind, "result", "miss"};
    families.add(Metric.CACHE_LOOKUPS, cache.hits, hit);
    families.add(Metric.CACHE_LOOKUPS, cache.misses, miss);
    families.add(Metric.CACHE_ENTRIES, cache.size, "cache", cache.name, "kind", cache.kind);
    families.add(Metric.CACHE_EVICTIONS, cache.evictions, "cache", cache.name, "kind", cache.kind);
  }

  private static void addPool(Pool pool, Families families) {
    String[] labels = {"pool", pool.name, "kind", pool.kind};
    String[] active = {"pool", pool.name, "kind", pool.kind, "state", "active"};
    String[] idle = {"pool", pool.name, "kind", pool.kind, "state", "idle"};
    families.add(Metric.POOL_CONNECTIONS, pool.active, active);
    families.add(Metric.POOL_CONNECTIONS, pool.idle, idle);
    families.add(Metric.POOL_MAX, pool.max, labels);
    families.add(Metric.POOL_WAITING, pool.waiting, labels);
  }

  /** The figures of the last update. Immutable. */
  public MetricSnapshots snapshots() {
    return snapshots;
  }

  /** Writes the figures of the last update. */
  public void write(boolean openMetrics, OutputStream out) throws IOException {
    if (openMetrics) {
      new OpenMetricsTextFormatWriter(false, false).write(out, snapshots);
    } else {
      PrometheusTextFormatWriter.create().write(out, snapshots);
    }
  }
}
