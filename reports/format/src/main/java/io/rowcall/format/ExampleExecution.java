package io.rowcall.format;

import java.io.IOException;

/** An execution of an example request. */
public final class ExampleExecution extends ExtensibleNode {
  /** Id of the statement. */
  public String statement = "";

  /** From the start of the request. */
  public double startMs;

  public double durationMs;

  /** Rows read. */
  public long rows;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("statement", statement);
    out.number("startMs", startMs);
    out.number("durationMs", durationMs);
    out.count("rows", rows);
  }
}
