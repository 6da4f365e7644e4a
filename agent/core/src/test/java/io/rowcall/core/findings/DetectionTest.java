package io.rowcall.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Corpus of requests with the findings, verdicts and parents that they must show. */
final class DetectionTest {
  static List<Scenario> corpus() {
    var all = new ArrayList<Scenario>();
    all.addAll(RepeatedReads.all());
    all.addAll(RepeatedWrites.all());
    all.addAll(InnocentRequests.all());
    all.addAll(BatchFetches.all());
    all.addAll(LoopsWithoutParents.all());
    all.addAll(ColdRequests.all());
    all.addAll(RepeatedTransactions.all());
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void findsExactlyTheExpected(Scenario scenario) {
    assertEquals(scenario.expected, scenario.found());
  }

  @Test
  void hasAtLeastEightyScenarios() {
    assertTrue(corpus().size() >= 80, () -> corpus().size() + " scenarios");
  }

  @Test
  void hasFullPrecisionAndRecall() {
    int right = 0;
    int found = 0;
    int expected = 0;
    for (Scenario scenario : corpus()) {
      var both = new TreeSet<>(scenario.expected);
      var all = scenario.found();
      both.retainAll(all);
      right += both.size();
      found += all.size();
      expected += scenario.expected.size();
    }
    System.out.printf(
        Locale.ROOT,
        "detection: %d scenarios, %d findings expected, %d found, precision %.3f, recall %.3f%n",
        corpus().size(),
        expected,
        found,
        (double) right / found,
        (double) right / expected);
    assertEquals(expected, right);
    assertEquals(found, right);
  }
}
