package io.rowcall.format;

import java.io.IOException;

/**
 * Requests and queries over time, in at most {@value #MAX_POINTS} points of equal length. The
 * interval is a second times a power of two, and the start a multiple of it, so that the points of
 * several series can be added without splitting one.
 */
public final class Series extends ExtensibleNode {
  public static final int MAX_POINTS = 60;
  public static final long FIRST_INTERVAL_MILLIS = 1_000;

  /** Start of the first point. ISO-8601, UTC. */
  public String startedAt = "";

  public long intervalMs;

  /** Requests that ended in each point. */
  public long[] requests = {};

  /** Executions of these requests; in the totals also those outside of requests. */
  public long[] queries = {};

  /** The failed ones of these requests. */
  public long[] errors = {};

  /** 95th percentile of their durations, to 11 %; 0 without a request. */
  public double[] p95Ms = {};

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("startedAt", startedAt);
    out.count("intervalMs", intervalMs);
    out.counts("requests", requests);
    out.counts("queries", queries);
    out.counts("errors", errors);
    out.numbers("p95Ms", p95Ms);
  }
}
