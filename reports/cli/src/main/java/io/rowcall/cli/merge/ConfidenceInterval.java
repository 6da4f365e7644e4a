package io.rowcall.cli.merge;

import io.rowcall.format.Latency;
import io.rowcall.format.ReportException;

/**
 * Where a percentile of all possible requests lies, by those that were measured: with 99 %
 * certainty between two of them, whatever the distribution. The number of requests below a
 * percentile is binomial, so the bounds are the requests whose ranks are 2.58 standard deviations
 * away; where there are too few for that, a side is open.
 *
 * @param lowMillis 0 when open
 * @param highMillis infinite when open
 */
public record ConfidenceInterval(double lowMillis, double millis, double highMillis) {
  private static final double DEVIATIONS = 2.58;
  private static final double MICROS = 1e3;
  private static final ThreadLocal<EncodedHistogram> DECODER =
      ThreadLocal.withInitial(EncodedHistogram::new);

  /** Of a latency; open on both sides when it has no histogram. */
  public static ConfidenceInterval of(Latency latency, double percentile) throws ReportException {
    var sum = new HistogramMerger();
    if (!latency.histogram.isEmpty()) {
      EncodedHistogram decoder = DECODER.get();
      decoder.read(latency.histogram);
      sum.add(decoder, new MemoryBudget(Long.MAX_VALUE));
    }
    double share = percentile / 100;
    double rank = sum.total() * share;
    double away = DEVIATIONS * Math.sqrt(rank * (1 - share));
    return new ConfidenceInterval(
        rank - away < 1 ? 0 : sum.atRank((long) Math.floor(rank - away)) / MICROS,
        sum.percentile(percentile) / MICROS,
        rank + away >= sum.total()
            ? Double.POSITIVE_INFINITY
            : sum.atRank((long) Math.ceil(rank + away)) / MICROS);
  }
}
