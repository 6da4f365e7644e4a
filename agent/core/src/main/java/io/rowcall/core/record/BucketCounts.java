package io.rowcall.core.record;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Counts of a histogram in a few buckets with fixed upper bounds, the last one without. A value
 * within 1 % above a bound may count as equal to it: histograms have two significant digits.
 */
public final class BucketCounts {
  private final double[] upperBounds;
  private final double unit;
  private final long[] counts;

  /**
   * @param upperBounds ascending, inclusive
   * @param unit factor from a bound to the histograms' own unit
   */
  public BucketCounts(double[] upperBounds, double unit) {
    this.upperBounds = upperBounds;
    this.unit = unit;
    this.counts = new long[upperBounds.length + 1];
  }

  public void add(LatencyHistogram histogram) {
    add(histogram.micros());
  }

  public void add(Histogram histogram) {
    int bucket = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long lowest = histogram.lowestEquivalentValue(value.getValueIteratedTo());
      while (bucket < upperBounds.length && lowest > upperBounds[bucket] * unit) {
        bucket++;
      }
      counts[bucket] += value.getCountAddedInThisIterationStep();
    }
  }

  /** The count of each bucket on its own. */
  public long[] counts() {
    return counts.clone();
  }
}
