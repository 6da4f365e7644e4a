package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LowCacheHitRatioTest {
  @Test
  void namesTheCacheAndItsRatio() {
    RunFinding finding = detect(100, 51, 0).get(0);
    assertEquals("GET /owners", finding.endpoint);
    assertEquals(
        "Low cache hit ratio: 49 % of 100 lookups in owners. Check its key and its time to live:"
            + " is any key looked up twice?",
        finding.text.sentence);
  }

  @Test
  void advisesALargerCacheWhenItEvictsWhatItMisses() {
    String advice = detect(100, 60, 40).get(0).text.advice;
    assertTrue(advice.contains("make it larger"), advice);
  }

  @Test
  void ignoresACacheThatAnswersHalf() {
    assertEquals(List.of(), detect(100, 50, 0));
  }

  @Test
  void ignoresACacheWithFewLookups() {
    assertEquals(List.of(), detect(99, 99, 0));
  }

  private static List<RunFinding> detect(long lookups, long misses, long evictions) {
    return RunStatsOfTests.detect(
        new LowCacheHitRatio(),
        new CacheUse("owners", "GET /owners", lookups, misses, misses, misses, evictions));
  }
}
