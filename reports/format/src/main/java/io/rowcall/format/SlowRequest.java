package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that took longer than the threshold. */
public final class SlowRequest extends ExtensibleNode {
  /** ISO-8601, UTC. */
  public String timestamp = "";

  public String requestId = "";
  public String endpoint = "";
  public double durationMillis;
  public int status;
  public long executions;
  public double databaseMillis;
  public @Nullable String user;

  /** Of the distributed trace, if known. */
  public @Nullable String traceId;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("timestamp", timestamp);
    out.text("requestId", requestId);
    out.text("endpoint", endpoint);
    out.number("durationMillis", durationMillis);
    out.count("status", status);
    out.count("executions", executions);
    out.number("databaseMillis", databaseMillis);
    out.text("user", user);
    out.text("traceId", traceId);
  }
}
