package io.rowcall.format;

import java.io.IOException;

/** Durations in milliseconds, with their histogram. */
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

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.number("mean", mean);
    out.number("min", min);
    out.number("p50", p50);
    out.number("p90", p90);
    out.number("p95", p95);
    out.number("p99", p99);
    out.number("max", max);
    out.number("total", total);
    out.text("histogram", histogram);
  }
}
