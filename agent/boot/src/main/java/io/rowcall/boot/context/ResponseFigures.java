package io.rowcall.boot.context;

import io.rowcall.boot.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a request for the headers of its response, as they stand when it is committed. Part of
 * a {@link ThreadState}, and confined to its thread.
 */
public final class ResponseFigures {
  /** Texts of small numbers: most requests take few milliseconds and make few queries. */
  private static final @Nullable String[] NUMBERS = new @Nullable String[256];

  private boolean available;
  private boolean timingSet;
  private long millis;
  private long micros;
  private long executions;
  private long executionMicros;
  private boolean cacheHit;
  private @Nullable StringBuilder buffer;

  ResponseFigures() {}

  /** Captures the figures of a request as of {@code nanos}. */
  public void capture(Request request, long nanos) {
    long elapsed = nanos - request.startNanos;
    millis = elapsed / 1_000_000;
    micros = elapsed / 1_000;
    executions = request.executionsSoFar();
    executionMicros = request.executionNanosSoFar() / 1_000;
    cacheHit = request.hasOnlyCacheHits();
    available = true;
  }

  /** Whether figures were captured and not discarded since. */
  public boolean areAvailable() {
    return available;
  }

  public void discard() {
    available = false;
  }

  /** Whether the response was given its {@code Server-Timing} before, unless it was reset since. */
  public boolean isTimingSet() {
    return timingSet;
  }

  public void setTimingSet(boolean set) {
    timingSet = set;
  }

  /** Milliseconds since the request started, for {@code X-Response-Time-Ms}. */
  public String responseTimeMs() {
    return number(millis);
  }

  /** Executions so far, for {@code X-Query-Count}. */
  public String queryCount() {
    return number(executions);
  }

  /** Whether there was a cache hit and no miss, for {@code X-Cache-Hit}. */
  public String cacheHit() {
    return cacheHit ? "true" : "false";
  }

  /** Milliseconds with three decimals, for {@code Server-Timing}. */
  public String serverTiming() {
    StringBuilder text = buffer;
    if (text == null) {
      text = new StringBuilder(64);
      buffer = text;
    }
    text.setLength(0);
    text.append("total;dur=");
    appendMillis(text, micros).append(", db;dur=");
    appendMillis(text, executionMicros).append(";desc=\"").append(executions);
    return text.append(executions == 1 ? " query\"" : " queries\"").toString();
  }

  private static String number(long value) {
    if (value < 0 || value >= NUMBERS.length) {
      return Long.toString(value);
    }
    String known = NUMBERS[(int) value];
    if (known == null) {
      known = Long.toString(value);
      NUMBERS[(int) value] = known;
    }
    return known;
  }

  private static StringBuilder appendMillis(StringBuilder text, long micros) {
    long fraction = micros % 1_000;
    text.append(micros / 1_000).append('.');
    if (fraction < 100) {
      text.append('0');
    }
    if (fraction < 10) {
      text.append('0');
    }
    return text.append(fraction);
  }
}
