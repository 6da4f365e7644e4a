package io.rowcall.bench.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * Batches of requests until their cost settles, then the measured ones. Settled: the median CPU
 * time of the last {@value #WINDOW} batches is within 2 % of that of the {@value #WINDOW} before.
 */
final class Settling {
  private static final int WINDOW = 10;
  private static final double TOLERANCE = 0.02;

  /**
   * Cost of a batch per request.
   *
   * @param processNanos CPU time of all threads, those of an agent included
   */
  record Batch(double cpuNanos, double processNanos, double bytes) {}

  /** Runs requests and returns their cost per request. */
  interface Load {
    Batch run(int requests) throws Exception;
  }

  /**
   * Measured batches.
   *
   * @param warmUp requests before the first of them
   */
  record Settled(List<Batch> batches, int warmUp) {
    double cpuNanos() {
      return medianCpu(batches);
    }

    /** A mean, because threads of the JVM and of agents run now and then. */
    double processNanos() {
      return batches.stream().mapToDouble(Batch::processNanos).average().orElse(Double.NaN);
    }

    double bytes() {
      return batches.stream().mapToDouble(Batch::bytes).sorted().toArray()[batches.size() / 2];
    }

    /** CPU time of the last third of the batches relative to the first third, minus 1. */
    double drift() {
      int third = Math.max(1, batches.size() / 3);
      return medianCpu(batches.subList(batches.size() - third, batches.size()))
              / medianCpu(batches.subList(0, third))
          - 1;
    }
  }

  private final int minWarmUpMillis;
  private final int maxWarmUpMillis;
  private final int measuredBatches;

  /**
   * @param minWarmUpMillis least time of the warm-up; at most four times as long if the cost does
   *     not settle
   * @param measuredBatches number of batches of about 200 ms
   */
  Settling(int minWarmUpMillis, int measuredBatches) {
    this.minWarmUpMillis = minWarmUpMillis;
    this.maxWarmUpMillis = 4 * minWarmUpMillis;
    this.measuredBatches = measuredBatches;
  }

  Settled measure(Load load) throws Exception {
    long start = System.nanoTime();
    var batches = new ArrayList<Batch>();
    int requests = 0;
    int size = 100;
    while (millisSince(start) < minWarmUpMillis
        || !isSettled(batches) && millisSince(start) < maxWarmUpMillis) {
      long batchStart = System.nanoTime();
      batches.add(load.run(size));
      requests += size;
      double batchMillis = Math.max(0.01, (System.nanoTime() - batchStart) / 1e6);
      size = (int) Math.max(20, Math.min(size * 2.0, size * 200 / batchMillis));
    }
    var measured = new ArrayList<Batch>();
    for (int i = 0; i < measuredBatches; i++) {
      measured.add(load.run(size));
    }
    return new Settled(measured, requests);
  }

  static boolean isSettled(List<Batch> batches) {
    int size = batches.size();
    if (size < 2 * WINDOW) {
      return false;
    }
    double last = medianCpu(batches.subList(size - WINDOW, size));
    double before = medianCpu(batches.subList(size - 2 * WINDOW, size - WINDOW));
    return Math.abs(last / before - 1) <= TOLERANCE;
  }

  private static double medianCpu(List<Batch> batches) {
    return batches.stream().mapToDouble(Batch::cpuNanos).sorted().toArray()[batches.size() / 2];
  }

  private static double millisSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e6;
  }
}
