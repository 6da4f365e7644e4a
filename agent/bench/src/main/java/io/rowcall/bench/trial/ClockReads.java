package io.rowcall.bench.trial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** CPU time of two clock reads in this JVM. */
final class ClockReads {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PAIRS = 2_000_000;
  private static final int ROUNDS = 7;

  private ClockReads() {}

  /** Median over some rounds, in ns. */
  static double pairNanos() {
    var nanos = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      long sum = pairs();
      nanos[round] = (THREADS.getCurrentThreadCpuTime() - start) / (double) PAIRS;
      if (sum < 0) {
        throw new IllegalStateException("the clock went back by " + -sum + " ns");
      }
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  private static long pairs() {
    long sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      long start = System.nanoTime();
      sum += System.nanoTime() - start;
    }
    return sum;
  }
}
