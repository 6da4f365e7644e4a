package io.rowcall.merge;

import io.rowcall.format.Latency;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Merges latencies by their histograms, so that percentiles remain percentiles. Without any
 * histogram, each percentile is the largest of all reports: an upper bound.
 */
final class LatencyMerger {
  private static final double MICROS_PER_MILLI = 1e3;

  private final UnknownFields unknown = new UnknownFields();
  private final HistogramMerger histogram = new HistogramMerger();
  private double total;
  private @Nullable Latency upperBound;

  void add(Latency latency, EncodedHistogram decoder, MemoryBudget memory) throws ReportException {
    unknown.add(latency, memory);
    if (!latency.histogram.isEmpty()) {
      decoder.decode(latency.histogram);
      if (decoder.size() > 0) {
        long before = histogram.total();
        histogram.add(decoder, memory);
        long added = histogram.total() - before;
        total =
            OrderFreeSums.addMillis(
                total, latency.total > 0 ? latency.total : latency.mean * added);
        return;
      }
    }
    if (latency.max > 0
        || latency.p99 > 0
        || latency.p95 > 0
        || latency.p90 > 0
        || latency.p50 > 0
        || latency.mean > 0) {
      addWithoutHistogram(latency);
    }
  }

  private void addWithoutHistogram(Latency latency) {
    Latency bound = upperBound;
    if (bound == null) {
      bound = new Latency();
      bound.min = latency.min;
      upperBound = bound;
    }
    bound.mean = Math.max(bound.mean, latency.mean);
    bound.min = Math.min(bound.min, latency.min);
    bound.p50 = Math.max(bound.p50, latency.p50);
    bound.p90 = Math.max(bound.p90, latency.p90);
    bound.p95 = Math.max(bound.p95, latency.p95);
    bound.p99 = Math.max(bound.p99, latency.p99);
    bound.max = Math.max(bound.max, latency.max);
    bound.total = OrderFreeSums.addMillis(bound.total, latency.total);
  }

  Latency merged() {
    Latency bound = upperBound;
    Latency sum = bound == null || !histogram.isEmpty() ? new Latency() : bound;
    if (!histogram.isEmpty()) {
      sum.mean = OrderFreeSums.toNanos(total) / 1e6 / histogram.total();
      sum.min = histogram.min() / MICROS_PER_MILLI;
      sum.p50 = histogram.percentile(50) / MICROS_PER_MILLI;
      sum.p90 = histogram.percentile(90) / MICROS_PER_MILLI;
      sum.p95 = histogram.percentile(95) / MICROS_PER_MILLI;
      sum.p99 = histogram.percentile(99) / MICROS_PER_MILLI;
      sum.max = histogram.max() / MICROS_PER_MILLI;
      sum.total = total;
      sum.histogram = histogram.encoded();
    }
    unknown.copyTo(sum);
    return sum;
  }
}
