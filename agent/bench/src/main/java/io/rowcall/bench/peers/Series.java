package io.rowcall.bench.peers;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** One figure of one peer, a sample per round. */
final class Series {
  private final Map<Integer, Double> byRound = new TreeMap<>();

  void add(int round, double sample) {
    byRound.put(round, sample);
  }

  boolean isEmpty() {
    return byRound.isEmpty();
  }

  /** The median, the mean of the middle two of an even number; NaN without samples. */
  double median() {
    double[] sorted = sorted();
    int size = sorted.length;
    return size == 0 ? Double.NaN : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }

  /** The least sample; NaN without samples. */
  double min() {
    return isEmpty() ? Double.NaN : sorted()[0];
  }

  /** The greatest sample; NaN without samples. */
  double max() {
    return isEmpty() ? Double.NaN : sorted()[byRound.size() - 1];
  }

  /** Differences to another series in the rounds that both have. */
  Series minus(Series other) {
    return combined(other, (mine, theirs) -> mine - theirs);
  }

  /** Quotients by another series in the rounds that both have. */
  Series dividedBy(Series other) {
    return combined(other, (mine, theirs) -> mine / theirs);
  }

  Series map(DoubleUnaryOperator operator) {
    var result = new Series();
    byRound.forEach((round, sample) -> result.add(round, operator.applyAsDouble(sample)));
    return result;
  }

  private Series combined(Series other, DoubleBinaryOperator operator) {
    var result = new Series();
    byRound.forEach(
        (round, sample) -> {
          Double theirs = other.byRound.get(round);
          if (theirs != null) {
            result.add(round, operator.applyAsDouble(sample, theirs));
          }
        });
    return result;
  }

  private double[] sorted() {
    double[] sorted = byRound.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
