package io.rowcall.format;

import java.io.IOException;

/** A cache. */
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

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("name", name);
    out.text("kind", kind);
    out.count("hits", hits);
    out.count("misses", misses);
    out.count("loads", loads);
    out.number("loadMillis", loadMillis);
    out.count("evictions", evictions);
    out.count("size", size);
    out.number("hitRatio", hitRatio);
  }
}
