package io.rowcall.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The outgoing calls of one template, inside and outside of requests. */
public final class Call extends ExtensibleNode {
  public String id = "";

  /** {@code GET stock.example/items/{id}}, {@code find orders}: no query, key or body. */
  public String template = "";

  /** {@code HTTP}, {@code GRPC}, {@code MONGODB}, {@code REDIS}, {@code CASSANDRA}. */
  public String kind = "";

  public long calls;
  public long errors;
  public double millis;
  public Latency latencyMillis = new Latency();
  public List<String> endpoints = new ArrayList<String>();

  @Override
  void writeFields(JsonFields out) throws IOException {
    out.text("id", id);
    out.text("template", template);
    out.text("kind", kind);
    out.count("calls", calls);
    out.count("errors", errors);
    out.number("millis", millis);
    out.node("latencyMillis", latencyMillis);
    out.texts("endpoints", endpoints);
  }
}
