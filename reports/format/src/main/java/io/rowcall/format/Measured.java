package io.rowcall.format;

import java.io.IOException;

/** The requests to one endpoint after its warm-up. */
public final class Measured extends ExtensibleNode {
  public long requests;
  public Latency latencyMillis = new Latency();
  public Executions executions = new Executions();
  public long cacheHits;
  public long cacheMisses;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.count("requests", requests);
    out.node("latencyMillis", latencyMillis);
    out.node("executions", executions);
    out.count("cacheHits", cacheHits);
    out.count("cacheMisses", cacheMisses);
  }
}
