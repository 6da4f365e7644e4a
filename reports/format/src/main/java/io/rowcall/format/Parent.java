package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The query whose rows are iterated: the 1 of N+1. */
public final class Parent extends ExtensibleNode {
  public StatementRef statement = new StatementRef();
  public long rows;
  public @Nullable CallSite callSite;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.node("statement", statement);
    out.count("rows", rows);
    out.node("callSite", callSite);
  }
}
