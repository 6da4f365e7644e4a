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

/** The corpus: what must be found, with its verdict and parent, and what must not. */
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
  void findsWhatTheRequestsDeserve(Scenario scenario) {
    assertEquals(scenario.expected, scenario.found());
  }

  @Test
  void hasAtLeastEightyScenarios() {
    assertTrue(corpus().size() >= 80, () -> corpus().size() + " scenarios");
  }

  @Test
  void findsAllAndNothingElse() {
    int right = 0;
    int found = 0;
    int deserved = 0;
    for (Scenario scenario : corpus()) {
      var both = new TreeSet<>(scenario.expected);
      var all = scenario.found();
      both.retainAll(all);
      right += both.size();
      found += all.size();
      deserved += scenario.expected.size();
    }
    System.out.printf(
        Locale.ROOT,
        "detection: %d scenarios, %d findings deserved, %d found, precision %.3f, recall %.3f%n",
        corpus().size(),
        deserved,
        found,
        (double) right / found,
        (double) right / deserved);
    assertEquals(deserved, right);
    assertEquals(found, right);
  }
}
