package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request that shows a finding. */
public final class Example extends ExtensibleNode {
  public static final int MAX_EXECUTIONS = 100;

  /** ISO-8601, UTC. */
  public String startedAt = "";

  public double durationMs;

  /** All executions of the request. */
  public long executions;

  /** Of the distributed trace that the request belongs to, if known. */
  public @Nullable String traceId;

  /**
   * At most {@value #MAX_EXECUTIONS} of them, by start: the finding's own first, as far as there is
   * room.
   */
  public List<ExampleExecution> timeline = new ArrayList<ExampleExecution>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("startedAt", startedAt);
    out.number("durationMs", durationMs);
    out.count("executions", executions);
    out.text("traceId", traceId);
    out.lines("timeline", timeline);
  }
}
