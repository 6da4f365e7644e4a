package io.rowcall.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A cache. */
@JsonPropertyOrder({
  "name",
  "kind",
  "hits",
  "misses",
  "loads",
  "loadMillis",
  "evictions",
  "size",
  "hitRatio"
})
public final class Cache extends ExtensibleNode {
  public String name = "";
  public String kind = "";
  public long hits;
  public long misses;
  public long loads;
  public double loadMillis;
  public long evictions;
  public long size;
  public double hitRatio;
}
