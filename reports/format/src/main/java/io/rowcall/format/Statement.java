package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** The executions of one statement, over all endpoints and outside of them. */
@JsonPropertyOrder({
  "id",
  "shapeId",
  "sql",
  "kind",
  "tables",
  "executions",
  "errors",
  "rows",
  "batchedCommands",
  "millis",
  "latencyMillis",
  "endpoints"
})
public final class Statement extends ExtensibleNode {
  public String id = "";

  /** Its id without the columns that it selects or writes; empty where the agent tells none. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public String shapeId = "";

  public String sql = "";
  public String kind = "";
  public List<String> tables = new ArrayList<String>();
  public long executions;
  public long errors;
  public long rows;
  public long batchedCommands;
  public double millis;
  public Latency latencyMillis = new Latency();
  public List<String> endpoints = new ArrayList<String>();
}
