package io.rowcall.cli.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Endpoint;
import io.rowcall.format.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Queries per request of an endpoint in both runs: the largest request and the median one decide.
 * Counts of a run without the endpoint are 0.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "change",
  "endpoint",
  "baseMax",
  "newMax",
  "baseMedian",
  "newMedian",
  "latencyMillis"
})
record EndpointChange(
    Change change,
    String endpoint,
    long baseMax,
    long newMax,
    long baseMedian,
    long newMedian,
    @Nullable LatencyChange latencyMillis) {

  static EndpointChange of(@Nullable Endpoint base, @Nullable Endpoint now) throws ReportException {
    var none = new Endpoint();
    Endpoint before = base == null ? none : base;
    Endpoint after = now == null ? none : now;
    return new EndpointChange(
        base == null
            ? Change.NEW
            : now == null ? Change.GONE : Change.of(counts(before), counts(after)),
        now == null ? before.name : after.name,
        before.executions.max,
        after.executions.max,
        before.executions.p50,
        after.executions.p50,
        base == null || now == null
            ? null
            : LatencyChange.of(before.latencyMillis, after.latencyMillis));
  }

  private static long[] counts(Endpoint endpoint) {
    return new long[] {endpoint.executions.max, endpoint.executions.p50};
  }

  /** How many queries more or less, for the order of the list. */
  long size() {
    return Math.abs(newMax - baseMax) + Math.abs(newMedian - baseMedian);
  }
}
