package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Durations in milliseconds, and the histogram that they were read from. */
@JsonPropertyOrder({"mean", "min", "p50", "p90", "p95", "p99", "max", "total", "histogram"})
public final class Latency extends ExtensibleNode {
  public double mean;
  public double min;
  public double p50;
  public double p90;
  public double p95;
  public double p99;
  public double max;

  /** Their sum, exact to the nanosecond: with the histogram, all that joining needs. */
  public double total;

  /** HdrHistogram of microseconds, in its compressed encoding, as Base64. */
  public String histogram = "";
}
