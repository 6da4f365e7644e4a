package io.rowcall.cli.merge;

import io.rowcall.format.Latency;
import io.rowcall.format.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Latencies by their histograms, so that percentiles stay percentiles. Where none has a histogram,
 * each percentile is the largest of all: the time that no instance took longer.
 */
final class LatencyMerger {
  private static final double MICROS = 1e3;

  private final UnknownFields unknown = new UnknownFields();
  private final HistogramMerger histogram = new HistogramMerger();
  private double total;
  private @Nullable Latency most;

  void add(Latency one, EncodedHistogram decoder, MemoryBudget weight) throws ReportException {
    unknown.add(one, weight);
    if (!one.histogram.isEmpty()) {
      decoder.read(one.histogram);
      if (decoder.size() > 0) {
        long before = histogram.total();
        histogram.add(decoder, weight);
        long more = histogram.total() - before;
        total = OrderFreeSums.ofMillis(total, one.total > 0 ? one.total : one.mean * more);
        return;
      }
    }
    if (one.max > 0 || one.p99 > 0 || one.p95 > 0 || one.p90 > 0 || one.p50 > 0 || one.mean > 0) {
      withoutHistogram(one);
    }
  }

  private void withoutHistogram(Latency one) {
    Latency known = most;
    if (known == null) {
      known = new Latency();
      known.min = one.min;
      most = known;
    }
    known.mean = Math.max(known.mean, one.mean);
    known.min = Math.min(known.min, one.min);
    known.p50 = Math.max(known.p50, one.p50);
    known.p90 = Math.max(known.p90, one.p90);
    known.p95 = Math.max(known.p95, one.p95);
    known.p99 = Math.max(known.p99, one.p99);
    known.max = Math.max(known.max, one.max);
    known.total = OrderFreeSums.ofMillis(known.total, one.total);
  }

  Latency latency() {
    Latency known = most;
    Latency sum = known == null || !histogram.isEmpty() ? new Latency() : known;
    if (!histogram.isEmpty()) {
      sum.mean = OrderFreeSums.nanos(total) / 1e6 / histogram.total();
      sum.min = histogram.min() / MICROS;
      sum.p50 = histogram.percentile(50) / MICROS;
      sum.p90 = histogram.percentile(90) / MICROS;
      sum.p95 = histogram.percentile(95) / MICROS;
      sum.p99 = histogram.percentile(99) / MICROS;
      sum.max = histogram.max() / MICROS;
      sum.total = total;
      sum.histogram = histogram.encoded();
    }
    unknown.giveTo(sum);
    return sum;
  }
}
