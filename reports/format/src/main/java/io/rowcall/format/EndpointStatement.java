package io.rowcall.format;

import java.io.IOException;

/** The executions of one statement by one endpoint. */
public final class EndpointStatement extends ExtensibleNode {
  public String id = "";
  public long executions;
  public long perRequestMax;
  public double millis;
  public long rows;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("id", id);
    out.count("executions", executions);
    out.count("perRequestMax", perRequestMax);
    out.number("millis", millis);
    out.count("rows", rows);
  }
}
