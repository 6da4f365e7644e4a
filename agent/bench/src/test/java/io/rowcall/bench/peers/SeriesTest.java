package io.rowcall.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertEquals(2, series(3, 1, 2).median());
    assertEquals(2.5, series(4, 1, 3, 2).median());
    assertTrue(Double.isNaN(new Series().median()));
  }

  @Test
  void comparesRoundByRound() {
    Series busy = series(110, 220, 130);
    Series none = series(100, 200, 100);
    assertEquals(20, busy.minus(none).median());
    assertEquals(1.1, busy.dividedBy(none).median(), 1e-9);
  }

  @Test
  void leavesOutRoundsThatOneOfThemLacks() {
    Series failed = series(110);
    assertEquals(10, failed.minus(series(100, 500)).max());
  }

  @Test
  void aSpreadIsMedianMinimumAndMaximum() {
    assertEquals("2.0 (1.0–3.0)", Markdown.spread(series(3_000, 1_000, 2_000), 1e3, 1));
    assertEquals("", Markdown.spread(new Series(), 1, 0));
  }

  private static Series series(double... samples) {
    var series = new Series();
    for (int round = 0; round < samples.length; round++) {
      series.add(round, samples[round]);
    }
    return series;
  }
}
