package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Executions per request. */
@JsonPropertyOrder({
  "min",
  "mean",
  "p50",
  "p95",
  "max",
  "maxCacheMisses",
  "maxWithoutMiss",
  "total",
  "histogram"
})
public final class Executions extends ExtensibleNode {
  public long min;
  public double mean;
  public long p50;
  public long p95;
  public long max;

  /** Cache misses of the request with the most executions. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public long maxCacheMisses;

  /** Maximum of the requests without a cache miss; null if there was none, or no cache is known. */
  public @Nullable Long maxWithoutMiss;

  public long total;

  /** HdrHistogram of executions per request; compressed encoding in Base64. */
  public String histogram = "";
}
