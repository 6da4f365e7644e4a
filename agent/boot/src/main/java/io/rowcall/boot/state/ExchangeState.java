package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/** State of a server's own exchange, where the servlet's request cannot be found from it. */
public interface ExchangeState {
  @Nullable Object rowcall$answering();

  void rowcall$answering(@Nullable Object answering);
}
