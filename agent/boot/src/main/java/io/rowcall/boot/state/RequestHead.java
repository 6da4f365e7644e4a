package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a decoded request head, which classes that cannot see its type pass around: its method,
 * as an object whose text it is, its URI, the trace context of its caller, and the exchange that it
 * has begun.
 */
public interface RequestHead {
  @Nullable Object rowcall$method();

  void rowcall$method(@Nullable Object method);

  @Nullable String rowcall$uri();

  void rowcall$uri(@Nullable String uri);

  @Nullable String rowcall$traceparent();

  void rowcall$traceparent(@Nullable String traceparent);

  @Nullable Object rowcall$begun();

  void rowcall$begun(@Nullable Object exchange);
}
