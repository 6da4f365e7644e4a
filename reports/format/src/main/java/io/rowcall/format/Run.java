package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Identity and time of a run. */
@JsonPropertyOrder({"service", "instance", "start", "end", "running", "jvm", "noLines"})
public final class Run extends ExtensibleNode {
  public String service = "";
  public String instance = "";

  /** ISO-8601, UTC. */
  public String start = "";

  /** ISO-8601, UTC. */
  public String end = "";

  /**
   * Number of JVMs whose last report is not final: they were killed, or are still running. 0 or 1
   * in the report of one JVM.
   */
  public long running;

  public String jvm = "";

  /** Why no finding has a line number; null if one has, or if there is no finding. */
  public @Nullable String noLines;
}
