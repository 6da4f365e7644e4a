package io.rowcall.merge;

import io.rowcall.format.read.ReportException;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Adds up histograms, bucket by bucket and without loss. Not thread-safe. */
final class HistogramMerger {
  /** The covered range grows in steps of this many buckets, to avoid copies. */
  private static final int STEP = 64;

  private int first;
  private long[] counts = {};
  private long total;

  void add(EncodedHistogram histogram, MemoryBudget memory) throws ReportException {
    int size = histogram.size();
    if (size == 0) {
      return;
    }
    cover(histogram.bucket(0), histogram.bucket(size - 1), memory);
    for (int n = 0; n < size; n++) {
      int index = histogram.bucket(n) - first;
      counts[index] = OrderFreeSums.add(counts[index], histogram.count(n));
      total = OrderFreeSums.add(total, histogram.count(n));
    }
  }

  private void cover(int firstBucket, int lastBucket, MemoryBudget memory) throws ReportException {
    int low = firstBucket / STEP * STEP;
    int high = (lastBucket / STEP + 1) * STEP;
    if (counts.length > 0) {
      low = Math.min(low, first);
      high = Math.max(high, first + counts.length);
    }
    if (high - low == counts.length) {
      return;
    }
    memory.reserve(8L * (high - low - counts.length));
    var wider = new long[high - low];
    System.arraycopy(counts, 0, wider, Math.max(0, first - low), counts.length);
    counts = wider;
    first = low;
  }

  boolean isEmpty() {
    return total == 0;
  }

  long total() {
    return total;
  }

  /** Smallest value of the first non-empty bucket; 0 if empty. */
  long min() {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        return EncodedHistogram.lowest(first + i);
      }
    }
    return 0;
  }

  long max() {
    return percentile(100);
  }

  /** Same definition as HdrHistogram's. */
  long percentile(double percentile) {
    double capped = Math.max(0, Math.nextDown(percentile));
    long rank = Math.max(1, (long) Math.ceil(capped * total / 100));
    return atRank(rank);
  }

  /**
   * The smallest recorded value with at least this many values at or below it; at most the maximum.
   */
  long atRank(long rank) {
    long sum = 0;
    int last = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        last = i;
        sum = OrderFreeSums.add(sum, counts[i]);
        if (sum >= rank) {
          break;
        }
      }
    }
    return counts.length == 0 ? 0 : EncodedHistogram.highest(first + last);
  }

  /** The same bytes that an agent would have written for these values. */
  String encoded() {
    if (isEmpty()) {
      return "";
    }
    var histogram = new Histogram(2);
    histogram.setAutoResize(true);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        histogram.recordValueWithCount(EncodedHistogram.lowest(first + i), counts[i]);
      }
    }
    return EncodedHistogram.encode(histogram);
  }

  @Override
  public String toString() {
    return total + " values " + Arrays.toString(counts);
  }
}
