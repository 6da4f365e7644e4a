package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A request that took longer than the threshold. */
@JsonPropertyOrder({
  "timestamp",
  "requestId",
  "endpoint",
  "durationMillis",
  "status",
  "executions",
  "databaseMillis",
  "user"
})
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
}
