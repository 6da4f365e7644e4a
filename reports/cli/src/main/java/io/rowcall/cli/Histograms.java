package io.rowcall.cli;

import io.rowcall.format.Latency;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Joins latencies by their histograms, so that percentiles stay percentiles. */
final class Histograms {
  private static final double MICROS = 1e3;

  private Histograms() {}

  static Latency join(Latency a, Latency b) {
    if (a.histogram.isEmpty() || b.histogram.isEmpty()) {
      return a.histogram.isEmpty() ? b : a;
    }
    Histogram both = decode(a.histogram);
    long inA = both.getTotalCount();
    Histogram more = decode(b.histogram);
    both.add(more);
    var joined = new Latency();
    long count = Math.max(1, both.getTotalCount());
    joined.mean = (a.mean * inA + b.mean * more.getTotalCount()) / count;
    joined.min = Math.min(a.min, b.min);
    joined.p50 = both.getValueAtPercentile(50) / MICROS;
    joined.p90 = both.getValueAtPercentile(90) / MICROS;
    joined.p95 = both.getValueAtPercentile(95) / MICROS;
    joined.p99 = both.getValueAtPercentile(99) / MICROS;
    joined.max = Math.max(a.max, b.max);
    joined.histogram = encode(both);
    return joined;
  }

  private static Histogram decode(String encoded) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      var histogram = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
      histogram.setAutoResize(true);
      return histogram;
    } catch (DataFormatException | RuntimeException broken) {
      throw new BadInput(
          "latencyMillis.histogram: expected a compressed HdrHistogram in Base64, found "
              + broken.getMessage());
    }
  }

  private static String encode(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    var bytes = new byte[length];
    buffer.flip();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
