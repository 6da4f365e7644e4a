package io.rowcall.core.setup;

import org.jspecify.annotations.Nullable;

/** Where executions outside of requests come from: the outermost methods of their thread. */
public final class Origin {
  /** The owner of the outermost method. */
  public enum Kind {
    APPLICATION,
    /** A server that Rowcall knows, but of which it has not seen this unit of work. */
    KNOWN_SERVER,
    /** A library, which may be a server that Rowcall does not know. */
    LIBRARY
  }

  public final Kind kind;

  /** The outermost method that is neither the JDK's nor generated: {@code com.acme.Worker.run}. */
  public final String method;

  /** The application's method to name in {@code request.methods}; null if there is none. */
  public final @Nullable String candidate;

  public Origin(Kind kind, String method, @Nullable String candidate) {
    this.kind = kind;
    this.method = method;
    this.candidate = candidate;
  }
}
