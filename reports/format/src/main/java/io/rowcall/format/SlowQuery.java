package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** An execution that took longer than the threshold. */
@JsonPropertyOrder({"timestamp", "statement", "durationMillis", "endpoint", "user", "callSite"})
public final class SlowQuery extends ExtensibleNode {
  /** ISO-8601, UTC. */
  public String timestamp = "";

  public StatementRef statement = new StatementRef();
  public double durationMillis;
  public String endpoint = "";
  public @Nullable String user;
  public @Nullable CallSite callSite;
}
