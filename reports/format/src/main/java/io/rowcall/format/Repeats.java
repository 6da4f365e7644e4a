package io.rowcall.format;

import java.io.IOException;

/** Executions of a statement per request, over the requests with the finding. */
public final class Repeats extends ExtensibleNode {
  public long median;
  public long max;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.count("median", median);
    out.count("max", max);
  }
}
