package io.rowcall.sample.load;

/** How long answers took, in milliseconds from the planned start of the request. */
record Latency(
    long answers, double meanMillis, double p50Millis, double p95Millis, double p99Millis) {

  /** Below this many answers a p95 is the figure of the two or three slowest ones. */
  private static final long SOLID = 100;

  boolean solid() {
    return answers >= SOLID;
  }
}
