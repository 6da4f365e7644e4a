package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests to one endpoint. */
@JsonPropertyOrder({
  "name",
  "requests",
  "errors",
  "latencyMillis",
  "executions",
  "lateExecutions",
  "databaseMillis",
  "cacheHits",
  "cacheMisses",
  "poolWaitMillis",
  "heldMillis",
  "commits",
  "rollbacks",
  "avoidableExecutions",
  "avoidableMillis",
  "potentialPercent",
  "measured",
  "statements"
})
public final class Endpoint extends ExtensibleNode {
  public String name = "";
  public long requests;
  public long errors;
  public Latency latencyMillis = new Latency();
  public Executions executions = new Executions();
  public long lateExecutions;
  public double databaseMillis;
  public long cacheHits;
  public long cacheMisses;
  public double poolWaitMillis;
  public double heldMillis;
  public long commits;
  public long rollbacks;

  /** Executions that fixing its findings would save over the run. */
  public long avoidableExecutions;

  public double avoidableMillis;

  /** Share of the total time of its requests that fixing its findings would save. */
  public double potentialPercent;

  /** Requests after the warm-up, which the other figures include; null without a warm-up. */
  public @Nullable Measured measured;

  public List<EndpointStatement> statements = new ArrayList<EndpointStatement>();
}
