package io.rowcall.sample.analytics;

import java.util.Comparator;
import java.util.List;

/** Effect of one active personalization. */
record Effect(long configId, String context, String strategy, List<Metric> metrics) {

  /**
   * Effect on one metric.
   *
   * @param lift difference of its average from the baseline's
   */
  record Metric(String metric, double average, double baseline, double lift, long samples) {

    static Metric of(String metric, double average, double baseline, long samples) {
      return new Metric(
          metric,
          rounded(average),
          rounded(baseline),
          rounded(rounded(average) - rounded(baseline)),
          samples);
    }

    private static double rounded(double value) {
      return Math.round(value * 1e6) / 1e6;
    }
  }

  private double lift() {
    return metrics.stream().mapToDouble(Metric::lift).sum();
  }

  /** Returns recommendations for the configurations with the least lift, weakest first. */
  static List<Recommendation> reviews(List<Effect> effects) {
    return effects.stream()
        .sorted(Comparator.comparingDouble(Effect::lift).thenComparingLong(Effect::configId))
        .limit(Recommendation.MOST)
        .map(Recommendation::ofConfig)
        .toList();
  }
}
