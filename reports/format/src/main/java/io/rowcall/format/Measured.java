package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The requests to one endpoint after its warm-up. */
@JsonPropertyOrder({"requests", "latencyMillis", "executions", "cacheHits", "cacheMisses"})
public final class Measured extends ExtensibleNode {
  public long requests;
  public Latency latencyMillis = new Latency();
  public Executions executions = new Executions();
  public long cacheHits;
  public long cacheMisses;
}
