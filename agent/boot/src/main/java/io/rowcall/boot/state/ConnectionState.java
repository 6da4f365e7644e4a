package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a leased connection: its pool, and the row of its lease. Woven connections implement it
 * with fields of their own.
 */
public interface ConnectionState {
  /** The stats of its pool; null while it is not leased. */
  @Nullable Object rowcall$pool();

  void rowcall$pool(@Nullable Object pool);

  /** The request that has leased it; null outside of requests. */
  @Nullable Object rowcall$holder();

  void rowcall$holder(@Nullable Object request);

  /** Position of the lease in the request: generation and row. */
  long rowcall$hold();

  void rowcall$hold(long position);
}
