package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimeSeriesTest {
  private static final long START = 1_767_225_601_500L;

  @Test
  void countsRequestsBySecond() {
    var series = new TimeSeries();
    series.add(START, 3, false, 5_000_000);
    series.add(START + 400, 4, true, 7_000_000);
    series.add(START + 2_000, 1, false, 9_000_000);
    assertEquals(1_000, series.intervalMillis());
    assertEquals(START - 500, series.startMillis());
    assertArrayEquals(new long[] {2, 0, 1}, series.requests());
    assertArrayEquals(new long[] {7, 0, 1}, series.queries());
    assertArrayEquals(new long[] {1, 0, 0}, series.errors());
    assertEquals(7_000, series.p95Micros(0));
    assertEquals(0, series.p95Micros(1));
    assertEquals(9_000, series.p95Micros(2));
  }

  @Test
  void countsQueriesOutsideOfRequestsBeyondItsCapacity() {
    var series = new TimeSeries();
    for (int second = 0; second < 10; second++) {
      series.addQueries(START + second * 1_000L, second);
    }
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, series.queries());
  }

  @Test
  void acceptsAnEarlierEnd() {
    var series = new TimeSeries();
    series.add(START, 1, false, 1_000);
    series.add(START - 3_000, 2, false, 1_000);
    assertArrayEquals(new long[] {2, 0, 0, 1}, series.queries());
    assertEquals(START - 3_500, series.startMillis());
  }

  @Test
  void staysBoundedExactAndAlignedForAnyTimes() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var series = new TimeSeries();
      long sum = 0;
      int count = 1 + random.nextInt(300);
      long scale = 1L << random.nextInt(38);
      for (int i = 0; i < count; i++) {
        long executions = random.nextInt(10);
        sum += executions;
        series.add(START + (long) (random.nextDouble() * scale), executions, true, 1_000_000);
      }
      assertExact(series, count, sum, seed);
    }
  }

  @Test
  void addsSeriesWithoutLoss() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var one = new TimeSeries();
      var other = new TimeSeries();
      var both = new TimeSeries();
      long sum = 0;
      int count = 1 + random.nextInt(200);
      for (int i = 0; i < count; i++) {
        long executions = random.nextInt(10);
        sum += executions;
        long at = START + random.nextInt(1 << random.nextInt(1, 28));
        (random.nextBoolean() ? one : other).add(at, executions, true, 1_000L * (1 + i));
        both.add(at, executions, true, 1_000L * (1 + i));
      }
      one.addAll(other);
      assertExact(one, count, sum, seed);
      if (one.intervalMillis() == both.intervalMillis()) {
        assertArrayEquals(both.queries(), one.queries(), "seed " + seed);
        for (int point = 0; point < both.size(); point++) {
          assertEquals(both.p95Micros(point), one.p95Micros(point), "seed " + seed);
        }
      }
    }
  }

  private static void assertExact(TimeSeries series, int count, long queries, int seed) {
    String label = "seed " + seed;
    assertEquals(count, LongStream.of(series.requests()).sum(), label);
    assertEquals(count, LongStream.of(series.errors()).sum(), label);
    assertEquals(queries, LongStream.of(series.queries()).sum(), label);
    assertTrue(series.size() <= TimeSeries.MAX_POINTS, label);
    assertEquals(0, series.startMillis() % series.intervalMillis(), label);
    assertEquals(1, Long.bitCount(series.intervalMillis() / 1_000), label);
  }

  @Test
  void percentileIsExactToElevenPercent() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var buckets = new LatencyBuckets();
      var values = new long[1 + random.nextInt(2_000)];
      for (int i = 0; i < values.length; i++) {
        values[i] = (long) Math.exp(random.nextDouble() * 20);
        buckets.add(values[i] * 1_000);
      }
      Arrays.sort(values);
      long exact = values[(int) Math.ceil(0.95 * values.length) - 1];
      long found = buckets.percentile(0.95);
      assertTrue(Math.abs(found - exact) <= 0.111 * exact + 1, seed + ": " + exact + " " + found);
      assertEquals(values[values.length - 1], buckets.percentile(1));
    }
  }
}
