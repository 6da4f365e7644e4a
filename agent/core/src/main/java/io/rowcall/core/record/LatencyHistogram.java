package io.rowcall.core.record;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * Histogram of latencies in microseconds, with two significant digits. Grows as needed, merges
 * without loss. Values above one hour count as one hour.
 */
public final class LatencyHistogram {
  private static final long MAX_MICROS = 3_600_000_000L;

  private final Histogram micros;
  private long nanos;

  /**
   * @param fast whether it may use more memory to record faster
   */
  LatencyHistogram(boolean fast) {
    micros = fast ? new Histogram(2) : new PackedHistogram(2);
    micros.setAutoResize(true);
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

  public double minMillis() {
    return count() == 0 ? 0 : micros.getMinValue() / 1e3;
  }

  public double maxMillis() {
    return micros.getMaxValue() / 1e3;
  }

  public double percentileMillis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1e3;
  }

  /** The compressed encoding of the histogram, as Base64. */
  public String encoded() {
    return encoded(micros);
  }

  /** The compressed encoding of a histogram, as Base64. */
  public static String encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.flip();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
