package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Whose figures these are, and of what time. */
@JsonPropertyOrder({"service", "instance", "start", "end", "jvm"})
public final class Run extends Open {
  public String service = "";
  public String instance = "";

  /** ISO-8601, UTC. */
  public String start = "";

  /** ISO-8601, UTC. */
  public String end = "";

  public String jvm = "";
}
