package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * What Rowcall keeps on a connection while somebody has it: where it is from, and the row of its
 * hold. Woven connections implement it with fields of their own.
 */
public interface ConnectionState {
  /** The {@link PoolStats}, or null when nobody has the connection. */
  @Nullable Object rowcall$pool();

  void rowcall$pool(@Nullable Object pool);

  /** The {@link Request} that has it, or null outside of requests. */
  @Nullable Object rowcall$holder();

  void rowcall$holder(@Nullable Object request);

  /** The use of the request, and the row of its hold. */
  long rowcall$hold();

  void rowcall$hold(long position);
}
