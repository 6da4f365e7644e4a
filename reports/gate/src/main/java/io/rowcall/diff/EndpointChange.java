package io.rowcall.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.rowcall.format.Endpoint;
import io.rowcall.format.read.ReportException;
import org.jspecify.annotations.Nullable;

/**
 * Queries and outgoing calls per request of an endpoint in two runs. The maximum and the median of
 * the queries and the maximum of the calls determine the change. Counts of a run without the
 * endpoint are 0.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "change",
  "endpoint",
  "baseMax",
  "newMax",
  "baseMedian",
  "newMedian",
  "baseMaxCalls",
  "newMaxCalls",
  "latencyMillis"
})
record EndpointChange(
    Change change,
    String endpoint,
    long baseMax,
    long newMax,
    long baseMedian,
    long newMedian,
    long baseMaxCalls,
    long newMaxCalls,
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
        maxCalls(before),
        maxCalls(after),
        base == null || current == null
            ? null
            : LatencyChange.of(before.latencyMillis, after.latencyMillis));
  }

  private static long[] counts(Endpoint endpoint) {
    return new long[] {endpoint.executions.max, endpoint.executions.p50, maxCalls(endpoint)};
  }

  private static long maxCalls(Endpoint endpoint) {
    return endpoint.calls == null ? 0 : endpoint.calls.perRequest.max;
  }

  /** Sum of the absolute differences; larger changes are listed first. */
  long magnitude() {
    return Math.abs(newMax - baseMax)
        + Math.abs(newMedian - baseMedian)
        + Math.abs(newMaxCalls - baseMaxCalls);
  }
}
