package io.rowcall.format;

import java.io.IOException;

/** The agent that wrote the report. */
public final class AgentInfo extends ExtensibleNode {
  public String version = "";

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("version", version);
  }
}
