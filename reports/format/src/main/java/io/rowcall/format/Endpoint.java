package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** The requests of one endpoint. */
@JsonPropertyOrder({
  "name",
  "requests",
  "errors",
  "latencyMillis",
  "executions",
  "lateExecutions",
  "databaseMillis",
  "statements"
})
public final class Endpoint extends Open {
  public String name = "";
  public long requests;
  public long errors;
  public Latency latencyMillis = new Latency();
  public Executions executions = new Executions();
  public long lateExecutions;
  public double databaseMillis;
  public List<EndpointStatement> statements = new ArrayList<EndpointStatement>();
}
