package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The outgoing calls of one endpoint. */
public final class EndpointCalls extends ExtensibleNode {
  public Executions perRequest = new Executions();
  public long errors;

  /** Sum of the durations; calls at the same time count several times. */
  public double millis;

  /** Calls by template, with the id of {@link Call}. */
  public List<EndpointStatement> templates = new ArrayList<EndpointStatement>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.node("perRequest", perRequest);
    out.count("errors", errors);
    out.number("millis", millis);
    out.nodes("templates", templates);
  }
}
