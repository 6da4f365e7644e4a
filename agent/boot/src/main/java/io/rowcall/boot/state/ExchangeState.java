package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a server's exchange from which the servlet's request cannot be reached: the pending
 * response, or null.
 */
public interface ExchangeState {
  @Nullable Object rowcall$answering();

  void rowcall$answering(@Nullable Object answering);
}
