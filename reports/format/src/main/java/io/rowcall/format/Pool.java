package io.rowcall.format;

import java.io.IOException;

/** A connection pool. */
public final class Pool extends ExtensibleNode {
  public String name = "";
  public String kind = "";
  public long active;
  public long peakActive;
  public long idle;
  public long waiting;
  public long max;
  public Latency waitMillis = new Latency();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("name", name);
    out.text("kind", kind);
    out.count("active", active);
    out.count("peakActive", peakActive);
    out.count("idle", idle);
    out.count("waiting", waiting);
    out.count("max", max);
    out.node("waitMillis", waitMillis);
  }
}
