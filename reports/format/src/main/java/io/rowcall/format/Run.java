package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Whose figures these are, and of what time. */
@JsonPropertyOrder({"service", "instance", "start", "end", "running", "jvm", "noLines"})
public final class Run extends ExtensibleNode {
  public String service = "";
  public String instance = "";

  /** ISO-8601, UTC. */
  public String start = "";

  /** ISO-8601, UTC. */
  public String end = "";

  /**
   * JVMs that had not ended when their report was written: they were killed, or run still. 0 or 1
   * in the report of one JVM.
   */
  public long running;

  public String jvm = "";

  /** Why no finding has a line, a sentence; null when one has, and when there is none. */
  public @Nullable String noLines;
}
