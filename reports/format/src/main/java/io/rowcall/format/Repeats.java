package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** How often a request repeated a statement, over the requests of a finding. */
@JsonPropertyOrder({"median", "max"})
public final class Repeats extends ExtensibleNode {
  public long median;
  public long max;
}
