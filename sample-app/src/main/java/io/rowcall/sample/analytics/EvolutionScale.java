package io.rowcall.sample.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Measures both algorithms for the weeks of an evolution at growing sizes. */
public final class EvolutionScale {

  private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
  private static final long YEARS_SECONDS = 10L * 365 * 86_400;
  private static final long MOST_PAIRS = 6_000_000;

  private EvolutionScale() {}

  /**
   * Best of a few runs of each algorithm.
   *
   * @param filteringMillis NaN if it would take too long
   */
  public record Point(int patterns, int weeks, double filteringMillis, double differencesMillis) {}

  public static List<Point> measure(int[] patternCounts, int[] weekCounts) {
    List<Pattern> few = patterns(1_000);
    for (int i = 0; i < 200; i++) {
      // Warm up; the results are the same.
      Evolution.byFiltering(few, 52, END);
      Evolution.byDifferences(few, 52, END);
    }
    List<Point> points = new ArrayList<>();
    for (int patternCount : patternCounts) {
      List<Pattern> patterns = patterns(patternCount);
      for (int weeks : weekCounts) {
        boolean feasible = (long) patternCount * weeks <= MOST_PAIRS;
        points.add(
            new Point(
                patternCount,
                weeks,
                feasible ? millis(() -> Evolution.byFiltering(patterns, weeks, END)) : Double.NaN,
                millis(() -> Evolution.byDifferences(patterns, weeks, END))));
      }
    }
    return points;
  }

  static List<Pattern> patterns(int count) {
    var random = new SplittableRandom(count);
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant first = END.minusSeconds(1 + random.nextLong(YEARS_SECONDS));
      long left = END.getEpochSecond() - first.getEpochSecond();
      patterns.add(
          new Pattern(
              "TIMING",
              "Pattern " + i,
              10 + random.nextInt(91),
              1,
              first,
              first.plusSeconds(random.nextLong(left + 1))));
    }
    return patterns;
  }

  private static double millis(Runnable run) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      run.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1e6;
  }
}
