package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Executions per request. */
@JsonPropertyOrder({"min", "mean", "p50", "p95", "max", "total", "histogram"})
public final class Executions extends Open {
  public long min;
  public double mean;
  public long p50;
  public long p95;
  public long max;
  public long total;

  /** HdrHistogram of executions per request, in its compressed encoding, as Base64. */
  public String histogram = "";
}
