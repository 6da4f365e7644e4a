package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Reference to a statement: its id and normalized text. */
@JsonPropertyOrder({"id", "shapeId", "sql"})
public final class StatementRef extends ExtensibleNode {
  public String id = "";

  /** Hash that ignores the selected or written columns; empty if the agent does not provide it. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public String shapeId = "";

  public String sql = "";
}
