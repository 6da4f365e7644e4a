package io.rowcall.format;

import java.io.IOException;

/** Reference to a statement: its id and normalized text. */
public final class StatementRef extends ExtensibleNode {
  public String id = "";

  /** Hash that ignores the selected or written columns; empty if the agent does not provide it. */
  public String shapeId = "";

  public String sql = "";

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("id", id);
    out.textUnlessEmpty("shapeId", shapeId);
    out.text("sql", sql);
  }
}
