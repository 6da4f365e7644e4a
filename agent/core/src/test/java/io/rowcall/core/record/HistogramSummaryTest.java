package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class HistogramSummaryTest {
  @Test
  void isComputedAgainOnlyAfterAChange() {
    var latencies = new LatencyHistogram(false);
    latencies.add(3_000_000);
    HistogramSummary first = latencies.summary();
    assertSame(first, latencies.summary());

    latencies.add(5_000_000, 2);
    HistogramSummary second = latencies.summary();
    assertNotSame(first, second);
    assertEquals(3_000, second.min, 30);
    assertEquals(5_000, second.p50, 50);

    var others = new LatencyHistogram(true);
    others.add(9_000_000);
    latencies.addAll(others);
    assertEquals(9_000, latencies.summary().max, 90);
  }

  @Test
  void isZeroWithoutValues() {
    HistogramSummary empty = new LatencyHistogram(false).summary();

    assertEquals(0, empty.min);
    assertEquals(0, empty.p99);
    assertEquals(0, empty.max);
  }

  @Test
  void isEncodedWithoutLoss() throws Exception {
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    for (int i = 0; i < 1_000; i++) {
      histogram.recordValue(i);
    }

    byte[] bytes = Base64.getDecoder().decode(new HistogramSummary(histogram).encoded);

    assertEquals(histogram, Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0));
  }
}
