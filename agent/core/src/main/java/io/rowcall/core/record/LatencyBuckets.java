package io.rowcall.core.record;

import java.util.Arrays;

/**
 * Histogram of latencies in microseconds, in four buckets per power of two: a percentile is exact
 * to 11 %, and the maximum exact. Stores only the range of buckets in use, 50 bytes as a rule,
 * because there is one for each point of each {@link TimeSeries}. Not thread-safe.
 */
final class LatencyBuckets {
  /** log2 of the buckets per power of two. */
  private static final int PRECISION = 2;

  private int[] counts = new int[1];
  private int first = -1;
  private long total;
  private long max;

  void add(long nanos) {
    long micros = Math.max(0, nanos / 1_000);
    max = Math.max(max, micros);
    add(bucket(micros), 1);
  }

  void addAll(LatencyBuckets other) {
    max = Math.max(max, other.max);
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        add(other.first + i, other.counts[i]);
      }
    }
  }

  private void add(int bucket, int count) {
    if (first < 0) {
      first = bucket;
    } else if (bucket < first) {
      int[] wider = new int[counts.length + first - bucket];
      System.arraycopy(counts, 0, wider, first - bucket, counts.length);
      counts = wider;
      first = bucket;
    } else if (bucket - first >= counts.length) {
      counts = Arrays.copyOf(counts, bucket - first + 1);
    }
    counts[bucket - first] += count;
    total += count;
  }

  /** The bucket of a value: the exponent, and its next bits. Small values have their own. */
  static int bucket(long micros) {
    if (micros < 1 << PRECISION) {
      return (int) micros;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(micros) - PRECISION;
    return (exponent << PRECISION) + (int) (micros >>> exponent);
  }

  /** The middle of a bucket. */
  static long middle(int bucket) {
    if (bucket < 2 << PRECISION) {
      return bucket;
    }
    int exponent = (bucket >> PRECISION) - 1;
    long low = (long) ((bucket & (1 << PRECISION) - 1) + (1 << PRECISION)) << exponent;
    return low + (1L << exponent) / 2;
  }

  /**
   * @param share of the values, above 0 and up to 1
   * @return 0 if empty
   */
  long percentile(double share) {
    long rank = (long) Math.ceil(share * total);
    if (rank == total) {
      return max;
    }
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.min(middle(first + i), max);
      }
    }
    return max;
  }
}
