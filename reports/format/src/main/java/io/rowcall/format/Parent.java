package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** The query whose rows the repeats are made for. */
@JsonPropertyOrder({"statement", "rows", "callSite"})
public final class Parent extends ExtensibleNode {
  public StatementRef statement = new StatementRef();
  public long rows;
  public @Nullable CallSite callSite;
}
