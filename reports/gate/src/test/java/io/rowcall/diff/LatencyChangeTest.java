package io.rowcall.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.diff.LatencyChange.Verdict;
import io.rowcall.format.Latency;
import io.rowcall.format.read.ReportException;
import io.rowcall.gate.SampleReports;
import org.junit.jupiter.api.Test;

final class LatencyChangeTest {
  @Test
  void findsNoDifferenceBetweenRunsOfTheSameDistribution() throws ReportException {
    int falseAlarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      Verdict verdict = LatencyChange.of(latency(20, seed), latency(20, 1_000 + seed)).verdict();
      falseAlarms += verdict == Verdict.NOISE ? 0 : 1;
    }
    assertTrue(falseAlarms <= 1, falseAlarms + " of 100");
  }

  @Test
  void findsTheDifferenceBetweenRunsOfDifferentDistributions() throws ReportException {
    for (int seed = 0; seed < 100; seed++) {
      assertEquals(
          Verdict.SLOWER, LatencyChange.of(latency(20, seed), latency(40, 1_000 + seed)).verdict());
    }
  }

  private static Latency latency(double medianMillis, long seed) {
    return SampleReports.withLatency(500, medianMillis, seed).endpoints.get(0).latencyMillis;
  }
}
