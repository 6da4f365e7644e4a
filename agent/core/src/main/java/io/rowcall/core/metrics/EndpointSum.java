package io.rowcall.core.metrics;

import io.rowcall.core.record.BucketCounts;
import io.rowcall.core.record.EndpointStats;
import io.rowcall.core.record.TracedRequest;
import org.jspecify.annotations.Nullable;

/** Sum of the endpoints with one label. */
final class EndpointSum {
  /** Upper bounds of the buckets of durations, in seconds; those of Prometheus' own clients. */
  static final double[] SECONDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

  static final double[] EXECUTIONS = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};

  final BucketCounts durations = new BucketCounts(SECONDS, 1e6);
  final BucketCounts executions = new BucketCounts(EXECUTIONS, 1);
  long nanos;
  long totalExecutions;
  long errors;
  long databaseNanos;
  @Nullable TracedRequest traced;

  void add(EndpointStats endpoint) {
    durations.add(endpoint.durations);
    executions.add(endpoint.executions);
    nanos += endpoint.durations.totalNanos();
    totalExecutions += endpoint.totalExecutions;
    errors += endpoint.errors;
    databaseNanos += endpoint.databaseNanos;
    traced = endpoint.traced == null ? traced : endpoint.traced;
  }
}
