package io.rowcall.boot;

import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that record which distributed trace a request belongs to. They only keep a reference to
 * what the server has already; the engine reads the trace id from it.
 *
 * <p><b>Threads:</b> the one that serves the request.
 */
public final class TraceHooks {
  /** Header of W3C Trace Context. */
  public static final String HEADER = "traceparent";

  /** Attribute of servlet requests in which OpenTelemetry's agent leaves the trace id. */
  public static final String ATTRIBUTE = "trace_id";

  /** Longer values are no trace context of version 00. */
  private static final int MAX_LENGTH = 64;

  private TraceHooks() {}

  /**
   * The request ends.
   *
   * @param attribute the trace id of a tracer in this JVM, which wins; null if there is none
   * @param header the trace context of the caller; null if there is none
   */
  public static void setTrace(
      Request request, @Nullable Object attribute, @Nullable String header) {
    String trace = attribute instanceof String ? (String) attribute : header;
    if (isBounded(trace)) {
      request.trace = trace;
    }
  }

  /** The trace context of a caller; null if there is none. */
  static @Nullable String context(@Nullable String header) {
    return isBounded(header) ? header : null;
  }

  private static boolean isBounded(@Nullable String trace) {
    return trace != null && trace.length() <= MAX_LENGTH;
  }
}
