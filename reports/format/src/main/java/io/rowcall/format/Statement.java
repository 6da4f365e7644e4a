package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The executions of one statement, inside and outside of requests. */
public final class Statement extends ExtensibleNode {
  public String id = "";

  /** Hash that ignores the selected or written columns; empty if the agent does not provide it. */
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

  /** Its executions outside of any unit of work; null for none. */
  public @Nullable Unattributed unattributed;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("id", id);
    out.textUnlessEmpty("shapeId", shapeId);
    out.text("sql", sql);
    out.text("kind", kind);
    out.texts("tables", tables);
    out.count("executions", executions);
    out.count("errors", errors);
    out.count("rows", rows);
    out.count("batchedCommands", batchedCommands);
    out.number("millis", millis);
    out.node("latencyMillis", latencyMillis);
    out.texts("endpoints", endpoints);
    out.node("unattributed", unattributed);
  }
}
