package io.rowcall.sample.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Picks numbers from 0 so that the n-th is picked n times as seldom as the first. */
final class Zipf {

  private final double[] cumulated;

  Zipf(int size) {
    cumulated = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
  }

  int next(RandomGenerator random) {
    double point = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, point);
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
  }
}
