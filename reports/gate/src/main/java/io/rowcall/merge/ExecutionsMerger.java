package io.rowcall.merge;

import io.rowcall.format.Executions;
import io.rowcall.format.read.ReportException;

/**
 * Merges executions per request. Minimum, maximum and total are exact, and so are the cache misses
 * of the largest request (the most, if several are as large). Percentiles come from the histograms;
 * without any, the largest written percentile is used.
 */
final class ExecutionsMerger {
  private final UnknownFields unknown = new UnknownFields();
  private final HistogramMerger histogram = new HistogramMerger();
  private final Executions sum = new Executions();
  private long requests;

  void add(Executions part, long partRequests, EncodedHistogram decoder, MemoryBudget memory)
      throws ReportException {
    unknown.add(part, memory);
    if (partRequests > 0) {
      sum.min = requests == 0 ? part.min : Math.min(sum.min, part.min);
    }
    requests = OrderFreeSums.add(requests, partRequests);
    if (part.max >= sum.max) {
      sum.maxCacheMisses =
          part.max > sum.max
              ? part.maxCacheMisses
              : Math.max(sum.maxCacheMisses, part.maxCacheMisses);
      sum.max = part.max;
    }
    Long warmMax = part.maxWithoutMiss;
    if (warmMax != null) {
      sum.maxWithoutMiss =
          sum.maxWithoutMiss == null ? warmMax : Math.max(sum.maxWithoutMiss, warmMax);
    }
    sum.total = OrderFreeSums.add(sum.total, part.total);
    sum.p50 = Math.max(sum.p50, part.histogram.isEmpty() ? part.p50 : 0);
    sum.p95 = Math.max(sum.p95, part.histogram.isEmpty() ? part.p95 : 0);
    if (!part.histogram.isEmpty()) {
      decoder.decode(part.histogram);
      histogram.add(decoder, memory);
    }
  }

  Executions merged() {
    sum.mean = (double) sum.total / Math.max(1, requests);
    if (!histogram.isEmpty()) {
      sum.p50 = Math.min(histogram.percentile(50), sum.max);
      sum.p95 = Math.min(histogram.percentile(95), sum.max);
      sum.histogram = histogram.encoded();
    }
    unknown.copyTo(sum);
    return sum;
  }
}
