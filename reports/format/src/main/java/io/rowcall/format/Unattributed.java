package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Executions of a statement that belong to no unit of work, and where the first one came from. */
public final class Unattributed extends ExtensibleNode {
  public long executions;

  /** The name of the thread of the first execution; null if it is not known. */
  public @Nullable String thread;

  /** The line of the application that ran the first execution; null if it is not known. */
  public @Nullable CallSite callSite;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.count("executions", executions);
    out.text("thread", thread);
    out.node("callSite", callSite);
  }
}
