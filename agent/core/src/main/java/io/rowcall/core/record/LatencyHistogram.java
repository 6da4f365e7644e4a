package io.rowcall.core.record;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * Histogram of latencies in microseconds, with two significant digits. Grows as needed, merges
 * without loss. Values above one hour count as one hour.
 */
public final class LatencyHistogram {
  private static final long MAX_MICROS = 3_600_000_000L;

  private final Histogram micros;
  private final HistogramSummary.Cache summary;
  private long nanos;

  /**
   * @param fast whether it may use more memory to record faster
   */
  LatencyHistogram(boolean fast) {
    micros = fast ? new Histogram(2) : new PackedHistogram(2);
    micros.setAutoResize(true);
    summary = new HistogramSummary.Cache(micros);
  }

  void add(long elapsedNanos) {
    nanos += elapsedNanos;
    micros.recordValue(bounded(elapsedNanos));
  }

  void add(long elapsedNanos, long count) {
    nanos += elapsedNanos * count;
    micros.recordValueWithCount(bounded(elapsedNanos), count);
  }

  void addAll(LatencyHistogram other) {
    nanos += other.nanos;
    micros.add(other.micros);
  }

  /** The histogram itself, to be read only. */
  Histogram micros() {
    return micros;
  }

  private static long bounded(long elapsedNanos) {
    return Math.max(0, Math.min(elapsedNanos / 1_000, MAX_MICROS));
  }

  /** The exact sum. */
  public long totalNanos() {
    return nanos;
  }

  public long count() {
    return micros.getTotalCount();
  }

  public double meanMillis() {
    return count() == 0 ? 0 : nanos / 1e6 / count();
  }

  /** Percentiles and encoding, in microseconds. */
  public HistogramSummary summary() {
    return summary.get();
  }
}
