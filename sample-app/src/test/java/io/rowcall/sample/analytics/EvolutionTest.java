package io.rowcall.sample.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionTest {

  private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,12", "1,1", "500,12", "2000,52", "300,520", "2000,1"})
  void bothAlgorithmsGiveTheSameWeeks(int patterns, int weeks) {
    List<Pattern> sample = EvolutionScale.patterns(patterns);
    List<Week> filtered = Evolution.byFiltering(sample, weeks, END);
    assertEquals(weeks, filtered.size());
    assertEquals(filtered, Evolution.byDifferences(sample, weeks, END));
    assertTrue(patterns < 100 || filtered.stream().anyMatch(week -> week.appeared() > 0));
  }

  @Test
  void countsAPatternInEveryWeekFromItsFirstToItsLast() {
    Instant start = END.minus(Duration.ofDays(28));
    var pattern =
        new Pattern(
            "T", "P", 80, 1, start.plus(Duration.ofDays(7)), start.plus(Duration.ofDays(14)));
    for (List<Week> weeks :
        List.of(
            Evolution.byFiltering(List.of(pattern), 4, END),
            Evolution.byDifferences(List.of(pattern), 4, END))) {
      assertEquals(List.of(0, 1, 1, 0), weeks.stream().map(Week::active).toList());
      assertEquals(List.of(0, 1, 0, 0), weeks.stream().map(Week::appeared).toList());
      assertEquals(0.8, weeks.get(1).averageConfidence());
    }
  }
}
