package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Executions of a statement per request, over the requests with the finding. */
@JsonPropertyOrder({"median", "max"})
public final class Repeats extends ExtensibleNode {
  public long median;
  public long max;
}
