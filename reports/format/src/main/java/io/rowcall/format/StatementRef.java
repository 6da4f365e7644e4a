package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A statement, by its id and its normalized text. */
@JsonPropertyOrder({"id", "shapeId", "sql"})
public final class StatementRef extends ExtensibleNode {
  public String id = "";

  /** Its id without the columns that it selects or writes; empty where the agent tells none. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public String shapeId = "";

  public String sql = "";
}
