package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A statement, by its id and its normalised text. */
@JsonPropertyOrder({"id", "sql"})
public final class StatementRef extends Open {
  public String id = "";
  public String sql = "";
}
