package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** Whose figures these are, and of what time. */
@JsonPropertyOrder({"service", "instance", "start", "end", "jvm", "noLines"})
public final class Run extends Open {
  public String service = "";
  public String instance = "";

  /** ISO-8601, UTC. */
  public String start = "";

  /** ISO-8601, UTC. */
  public String end = "";

  public String jvm = "";

  /** Why no finding has a line, a sentence; null when one has, and when there is none. */
  public @Nullable String noLines;
}
