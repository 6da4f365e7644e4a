package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Endpoint;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Queries per request of an endpoint in two runs. The maximum and the median determine the change.
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

  static EndpointChange of(@Nullable Endpoint base, @Nullable Endpoint current)
      throws ReportException {
    var absent = new Endpoint();
    Endpoint before = base == null ? absent : base;
    Endpoint after = current == null ? absent : current;
    return new EndpointChange(
        base == null
            ? Change.NEW
            : current == null ? Change.GONE : Change.of(counts(before), counts(after)),
        current == null ? before.name : after.name,
        before.executions.max,
        after.executions.max,
        before.executions.p50,
        after.executions.p50,
        base == null || current == null
            ? null
            : LatencyChange.of(before.latencyMillis, after.latencyMillis));
  }

  private static long[] counts(Endpoint endpoint) {
    return new long[] {endpoint.executions.max, endpoint.executions.p50};
  }

  /** Sum of the absolute differences; larger changes are listed first. */
  long magnitude() {
    return Math.abs(newMax - baseMax) + Math.abs(newMedian - baseMedian);
  }
}
