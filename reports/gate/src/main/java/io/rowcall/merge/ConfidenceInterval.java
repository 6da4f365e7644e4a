package io.rowcall.merge;

import io.rowcall.format.Latency;
import io.rowcall.format.read.ReportException;

/**
 * Distribution-free 99 % confidence interval of a percentile. The number of requests below a
 * percentile is binomial, so the bounds are the measured requests whose ranks are 2.58 standard
 * deviations away. With too few requests a side is open.
 *
 * @param lowMillis 0 if open
 * @param highMillis infinite if open
 */
public record ConfidenceInterval(double lowMillis, double millis, double highMillis) {
  private static final double DEVIATIONS = 2.58;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final ThreadLocal<EncodedHistogram> DECODER =
      ThreadLocal.withInitial(EncodedHistogram::new);

  /**
   * The interval of a measured latency; open on both sides if it has no histogram.
   *
   * @param percentile from 0 to 100
   * @throws ReportException if the histogram is damaged
   */
  public static ConfidenceInterval of(Latency latency, double percentile) throws ReportException {
    var histogram = new HistogramMerger();
    if (!latency.histogram.isEmpty()) {
      EncodedHistogram decoder = DECODER.get();
      decoder.decode(latency.histogram);
      histogram.add(decoder, new MemoryBudget(Long.MAX_VALUE));
    }
    double quantile = percentile / 100;
    double rank = histogram.total() * quantile;
    double distance = DEVIATIONS * Math.sqrt(rank * (1 - quantile));
    return new ConfidenceInterval(
        rank - distance < 1
            ? 0
            : histogram.atRank((long) Math.floor(rank - distance)) / MICROS_PER_MILLI,
        histogram.percentile(percentile) / MICROS_PER_MILLI,
        rank + distance >= histogram.total()
            ? Double.POSITIVE_INFINITY
            : histogram.atRank((long) Math.ceil(rank + distance)) / MICROS_PER_MILLI);
  }
}
