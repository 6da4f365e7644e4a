package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Executions per request. */
public final class Executions extends ExtensibleNode {
  public long min;
  public double mean;
  public long p50;
  public long p95;
  public long max;

  /** Cache misses of the request with the most executions. */
  public long maxCacheMisses;

  /** Maximum of the requests without a cache miss; null if there was none, or no cache is known. */
  public @Nullable Long maxWithoutMiss;

  public long total;

  /** HdrHistogram of executions per request; compressed encoding in Base64. */
  public String histogram = "";

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.count("min", min);
    out.number("mean", mean);
    out.count("p50", p50);
    out.count("p95", p95);
    out.count("max", max);
    out.countUnlessZero("maxCacheMisses", maxCacheMisses);
    out.count("maxWithoutMiss", maxWithoutMiss);
    out.count("total", total);
    out.text("histogram", histogram);
  }
}
