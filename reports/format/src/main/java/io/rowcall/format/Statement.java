package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** The executions of one statement, inside and outside of requests. */
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

  /** Hash that ignores the selected or written columns; empty if the agent does not provide it. */
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
