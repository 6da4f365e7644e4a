package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** The query whose rows are iterated: the 1 of N+1. */
@JsonPropertyOrder({"statement", "rows", "callSite"})
public final class Parent extends ExtensibleNode {
  public StatementRef statement = new StatementRef();
  public long rows;
  public @Nullable CallSite callSite;
}
