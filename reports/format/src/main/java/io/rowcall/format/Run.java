package io.rowcall.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Identity and time of a run. */
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

  /** Why there are no requests, or what is not counted; null if nothing of this kind is known. */
  public @Nullable String setupProblem;

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("service", service);
    out.text("instance", instance);
    out.text("start", start);
    out.text("end", end);
    out.count("running", running);
    out.text("jvm", jvm);
    out.text("noLines", noLines);
    out.text("setupProblem", setupProblem);
  }
}
