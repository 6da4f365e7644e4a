package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The agent that wrote the report. */
@JsonPropertyOrder({"version"})
public final class AgentInfo extends ExtensibleNode {
  public String version = "";
}
