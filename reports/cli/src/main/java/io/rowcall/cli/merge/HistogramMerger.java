package io.rowcall.cli.merge;

import io.rowcall.format.ReportException;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Histograms that are added up, bucket by bucket: nothing is lost. */
final class HistogramMerger {
  /** Ranges grow by whole steps, so that they seldom do. */
  private static final int STEP = 64;

  private int first;
  private long[] counts = {};
  private long total;

  void add(EncodedHistogram one, MemoryBudget weight) throws ReportException {
    int size = one.size();
    if (size == 0) {
      return;
    }
    cover(one.bucket(0), one.bucket(size - 1), weight);
    for (int n = 0; n < size; n++) {
      int at = one.bucket(n) - first;
      counts[at] = OrderFreeSums.of(counts[at], one.count(n));
      total = OrderFreeSums.of(total, one.count(n));
    }
  }

  private void cover(int from, int to, MemoryBudget weight) throws ReportException {
    int low = from / STEP * STEP;
    int high = (to / STEP + 1) * STEP;
    if (counts.length > 0) {
      low = Math.min(low, first);
      high = Math.max(high, first + counts.length);
    }
    if (high - low == counts.length) {
      return;
    }
    weight.add(8L * (high - low - counts.length));
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

  /** The smallest value of the first bucket that is not empty. */
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

  /** As HdrHistogram answers it. */
  long percentile(double percentile) {
    double share = Math.max(0, Math.nextDown(percentile));
    long rank = Math.max(1, (long) Math.ceil(share * total / 100));
    return atRank(rank);
  }

  /** The value that so many are not above; the largest when there are fewer. */
  long atRank(long rank) {
    long sum = 0;
    int last = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        last = i;
        sum = OrderFreeSums.of(sum, counts[i]);
        if (sum >= rank) {
          break;
        }
      }
    }
    return counts.length == 0 ? 0 : EncodedHistogram.highest(first + last);
  }

  /** In the bytes that an agent would have written for the same values. */
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
    return EncodedHistogram.write(histogram);
  }

  @Override
  public String toString() {
    return total + " values " + Arrays.toString(counts);
  }
}
