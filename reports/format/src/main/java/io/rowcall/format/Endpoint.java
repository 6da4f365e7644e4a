package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of one endpoint. */
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

  /** What its findings would save over the run. */
  public long avoidableExecutions;

  public double avoidableMillis;

  /** Of the time that its requests took together, what its findings would save. */
  public double potentialPercent;

  /** Its requests after the warm-up that was set; null when none was. They are in the rest, too. */
  public @Nullable Measured measured;

  public List<EndpointStatement> statements = new ArrayList<EndpointStatement>();
}
