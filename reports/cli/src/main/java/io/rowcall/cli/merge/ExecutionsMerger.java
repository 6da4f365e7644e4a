package io.rowcall.cli.merge;

import io.rowcall.format.Executions;
import io.rowcall.format.ReportException;

/**
 * Executions per request. The fewest, the most and all of them are exact; so are the cache misses
 * of the largest request, the most where several are as large; percentiles come from the
 * histograms, and from the largest that was written where none has one.
 */
final class ExecutionsMerger {
  private final UnknownFields unknown = new UnknownFields();
  private final HistogramMerger histogram = new HistogramMerger();
  private final Executions sum = new Executions();
  private long requests;

  void add(Executions one, long ofRequests, EncodedHistogram decoder, MemoryBudget weight)
      throws ReportException {
    unknown.add(one, weight);
    if (ofRequests > 0) {
      sum.min = requests == 0 ? one.min : Math.min(sum.min, one.min);
    }
    requests = OrderFreeSums.of(requests, ofRequests);
    if (one.max >= sum.max) {
      sum.maxCacheMisses =
          one.max > sum.max ? one.maxCacheMisses : Math.max(sum.maxCacheMisses, one.maxCacheMisses);
      sum.max = one.max;
    }
    Long warm = one.maxWithoutMiss;
    if (warm != null) {
      sum.maxWithoutMiss = sum.maxWithoutMiss == null ? warm : Math.max(sum.maxWithoutMiss, warm);
    }
    sum.total = OrderFreeSums.of(sum.total, one.total);
    sum.p50 = Math.max(sum.p50, one.histogram.isEmpty() ? one.p50 : 0);
    sum.p95 = Math.max(sum.p95, one.histogram.isEmpty() ? one.p95 : 0);
    if (!one.histogram.isEmpty()) {
      decoder.read(one.histogram);
      histogram.add(decoder, weight);
    }
  }

  Executions executions() {
    sum.mean = (double) sum.total / Math.max(1, requests);
    if (!histogram.isEmpty()) {
      sum.p50 = Math.min(histogram.percentile(50), sum.max);
      sum.p95 = Math.min(histogram.percentile(95), sum.max);
      sum.histogram = histogram.encoded();
    }
    unknown.giveTo(sum);
    return sum;
  }
}
