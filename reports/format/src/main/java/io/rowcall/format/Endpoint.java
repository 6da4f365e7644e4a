package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests to one endpoint. */
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

  /** Null if it had no request. */
  public @Nullable Series series;

  /** Outgoing calls; null when its requests made none. */
  public @Nullable EndpointCalls calls;

  public List<EndpointStatement> statements = new ArrayList<EndpointStatement>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("name", name);
    out.count("requests", requests);
    out.count("errors", errors);
    out.node("latencyMillis", latencyMillis);
    out.node("executions", executions);
    out.count("lateExecutions", lateExecutions);
    out.number("databaseMillis", databaseMillis);
    out.count("cacheHits", cacheHits);
    out.count("cacheMisses", cacheMisses);
    out.number("poolWaitMillis", poolWaitMillis);
    out.number("heldMillis", heldMillis);
    out.count("commits", commits);
    out.count("rollbacks", rollbacks);
    out.count("avoidableExecutions", avoidableExecutions);
    out.number("avoidableMillis", avoidableMillis);
    out.number("potentialPercent", potentialPercent);
    out.node("measured", measured);
    out.node("series", series);
    out.node("calls", calls);
    out.nodes("statements", statements);
  }
}
