package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Durations in milliseconds, with their histogram. */
@JsonPropertyOrder({"mean", "min", "p50", "p90", "p95", "p99", "max", "total", "histogram"})
public final class Latency extends ExtensibleNode {
  public double mean;
  public double min;
  public double p50;
  public double p90;
  public double p95;
  public double p99;
  public double max;

  /** Sum, exact to the nanosecond. Together with the histogram, all that merging needs. */
  public double total;

  /** HdrHistogram in microseconds; compressed encoding in Base64. */
  public String histogram = "";
}
