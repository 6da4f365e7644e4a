package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The executions of one statement by one endpoint. */
@JsonPropertyOrder({"id", "executions", "perRequestMax", "millis", "rows"})
public final class EndpointStatement extends ExtensibleNode {
  public String id = "";
  public long executions;
  public long perRequestMax;
  public double millis;
  public long rows;
}
