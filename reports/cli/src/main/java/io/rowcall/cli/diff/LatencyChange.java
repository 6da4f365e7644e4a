package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.cli.merge.ConfidenceInterval;
import io.rowcall.format.Latency;
import io.rowcall.format.ReportException;

/**
 * Latencies of an endpoint in both runs. It is slower, or faster, when the 99 % intervals of the
 * median or of the 95th percentile do not touch, and these lie 10 % and 1 ms apart or more. All
 * else is noise, as it is when there are too few requests to tell.
 */
@JsonPropertyOrder({"verdict", "baseP50", "newP50", "baseP95", "newP95"})
record LatencyChange(
    Verdict verdict, double baseP50, double newP50, double baseP95, double newP95) {
  private static final double LEAST_SHARE = 0.1;
  private static final double LEAST_MILLIS = 1;

  enum Verdict {
    @JsonProperty("slower")
    SLOWER,
    @JsonProperty("faster")
    FASTER,
    @JsonProperty("noise")
    NOISE
  }

  static LatencyChange of(Latency base, Latency now) throws ReportException {
    return new LatencyChange(
        verdict(at(50, base, now), at(95, base, now)), base.p50, now.p50, base.p95, now.p95);
  }

  private static Verdict verdict(Verdict median, Verdict high) {
    if (median == Verdict.SLOWER || high == Verdict.SLOWER) {
      return Verdict.SLOWER;
    }
    return median == Verdict.FASTER || high == Verdict.FASTER ? Verdict.FASTER : Verdict.NOISE;
  }

  private static Verdict at(double percentile, Latency base, Latency now) throws ReportException {
    ConfidenceInterval before = ConfidenceInterval.of(base, percentile);
    ConfidenceInterval after = ConfidenceInterval.of(now, percentile);
    double apart = Math.abs(after.millis() - before.millis());
    if (apart < LEAST_MILLIS || apart < LEAST_SHARE * before.millis()) {
      return Verdict.NOISE;
    }
    if (after.lowMillis() > before.highMillis()) {
      return Verdict.SLOWER;
    }
    return after.highMillis() < before.lowMillis() ? Verdict.FASTER : Verdict.NOISE;
  }
}
