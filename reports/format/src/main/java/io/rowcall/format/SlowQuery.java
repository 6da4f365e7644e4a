package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An execution that took longer than the threshold. */
public final class SlowQuery extends ExtensibleNode {
  /** ISO-8601, UTC. */
  public String timestamp = "";

  public StatementRef statement = new StatementRef();
  public double durationMillis;
  public String endpoint = "";
  public @Nullable String user;

  /** Of the distributed trace, if known. */
  public @Nullable String traceId;

  public @Nullable CallSite callSite;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("timestamp", timestamp);
    out.node("statement", statement);
    out.number("durationMillis", durationMillis);
    out.text("endpoint", endpoint);
    out.text("user", user);
    out.text("traceId", traceId);
    out.node("callSite", callSite);
  }
}
