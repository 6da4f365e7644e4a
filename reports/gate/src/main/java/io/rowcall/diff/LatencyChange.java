package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Latency;
import io.rowcall.format.read.ReportException;
import io.rowcall.merge.ConfidenceInterval;

/**
 * Latency of an endpoint in two runs. It is slower, or faster, if the 99 % confidence intervals of
 * the median or of the 95th percentile do not overlap and the percentiles differ by at least 10 %
 * and 1 ms. Everything else is noise, including too few requests to decide.
 */
@JsonPropertyOrder({"verdict", "baseP50", "newP50", "baseP95", "newP95"})
record LatencyChange(
    Verdict verdict, double baseP50, double newP50, double baseP95, double newP95) {
  private static final double MIN_RATIO = 0.1;
  private static final double MIN_MILLIS = 1;

  enum Verdict {
    @JsonProperty("slower")
    SLOWER,
    @JsonProperty("faster")
    FASTER,
    @JsonProperty("noise")
    NOISE
  }

  static LatencyChange of(Latency base, Latency current) throws ReportException {
    return new LatencyChange(
        combine(compare(50, base, current), compare(95, base, current)),
        base.p50,
        current.p50,
        base.p95,
        current.p95);
  }

  private static Verdict combine(Verdict median, Verdict p95) {
    if (median == Verdict.SLOWER || p95 == Verdict.SLOWER) {
      return Verdict.SLOWER;
    }
    return median == Verdict.FASTER || p95 == Verdict.FASTER ? Verdict.FASTER : Verdict.NOISE;
  }

  private static Verdict compare(double percentile, Latency base, Latency current)
      throws ReportException {
    ConfidenceInterval before = ConfidenceInterval.of(base, percentile);
    ConfidenceInterval after = ConfidenceInterval.of(current, percentile);
    double difference = Math.abs(after.millis() - before.millis());
    if (difference < MIN_MILLIS || difference < MIN_RATIO * before.millis()) {
      return Verdict.NOISE;
    }
    if (after.lowMillis() > before.highMillis()) {
      return Verdict.SLOWER;
    }
    return after.highMillis() < before.lowMillis() ? Verdict.FASTER : Verdict.NOISE;
  }
}
