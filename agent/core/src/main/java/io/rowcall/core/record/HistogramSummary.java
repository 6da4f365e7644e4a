package io.rowcall.core.record;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Percentiles and encoding of a histogram, in its own unit; all 0 if it is empty. Immutable. */
public final class HistogramSummary {
  public final long min;
  public final long p50;
  public final long p90;
  public final long p95;
  public final long p99;
  public final long max;

  /** The compressed encoding, as Base64. */
  public final String encoded;

  HistogramSummary(Histogram histogram) {
    min = histogram.getTotalCount() == 0 ? 0 : histogram.getMinValue();
    p50 = histogram.getValueAtPercentile(50);
    p90 = histogram.getValueAtPercentile(90);
    p95 = histogram.getValueAtPercentile(95);
    p99 = histogram.getValueAtPercentile(99);
    max = histogram.getMaxValue();
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.flip();
    buffer.get(bytes);
    encoded = Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The latest summary of a histogram. Summarizing takes longer than writing the result, and most
   * of the histograms in a report have not changed since the one before. Not thread-safe.
   */
  static final class Cache {
    private final Histogram histogram;
    private @Nullable HistogramSummary summary;

    /** Values in the summary: every change of a histogram adds some. */
    private long count;

    Cache(Histogram histogram) {
      this.histogram = histogram;
    }

    HistogramSummary get() {
      long now = histogram.getTotalCount();
      HistogramSummary latest = summary;
      if (latest == null || count != now) {
        latest = new HistogramSummary(histogram);
        summary = latest;
        count = now;
      }
      return latest;
    }
  }
}
