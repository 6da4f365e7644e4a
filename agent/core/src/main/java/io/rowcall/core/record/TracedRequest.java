package io.rowcall.core.record;

import io.rowcall.boot.request.Request;
import io.rowcall.core.findings.TraceId;
import org.jspecify.annotations.Nullable;

/** A request that belongs to a known distributed trace. Immutable. */
public final class TracedRequest {
  public final String traceId;
  public final long nanos;
  public final long endMillis;

  private TracedRequest(String traceId, long nanos, long endMillis) {
    this.traceId = traceId;
    this.nanos = nanos;
    this.endMillis = endMillis;
  }

  /** The request; the previous one if its trace is not valid. */
  static @Nullable TracedRequest of(Request request, long nanos, @Nullable TracedRequest previous) {
    String traceId = TraceId.of(request);
    return traceId == null
        ? previous
        : new TracedRequest(traceId, nanos, request.startMillis + nanos / 1_000_000);
  }
}
