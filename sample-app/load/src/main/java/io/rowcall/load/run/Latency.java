package io.rowcall.load.run;

/** Latencies in milliseconds, from the planned start of the request. */
public record Latency(
    long answers, double meanMillis, double p50Millis, double p95Millis, double p99Millis) {

  /** With fewer answers, a p95 only reflects the two or three slowest. */
  private static final long SIGNIFICANT = 100;

  public boolean isSignificant() {
    return answers >= SIGNIFICANT;
  }
}
