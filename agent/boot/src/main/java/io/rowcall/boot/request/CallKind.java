package io.rowcall.boot.request;

/** Kinds of outgoing calls, by protocol. */
public enum CallKind {
  /** Method, host and folded path: {@code GET stock.example/items/{id}}. */
  HTTP("HTTP"),

  /** Full method name: {@code shop.Stock/Find}. */
  GRPC("gRPC"),

  /** Command and collection: {@code find orders}. */
  MONGODB("MongoDB"),

  /** Command: {@code GET}. */
  REDIS("Redis"),

  /** Normalized CQL. */
  CASSANDRA("Cassandra"),

  /** Calls beyond the limits. */
  OTHER("");

  /** The name of the protocol, for people. */
  public final String label;

  CallKind(String label) {
    this.label = label;
  }
}
