package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A connection pool. */
@JsonPropertyOrder({"name", "kind", "active", "peakActive", "idle", "waiting", "max", "waitMillis"})
public final class Pool extends ExtensibleNode {
  public String name = "";
  public String kind = "";
  public long active;
  public long peakActive;
  public long idle;
  public long waiting;
  public long max;
  public Latency waitMillis = new Latency();
}
