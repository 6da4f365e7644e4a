package io.rowcall.boot.state;

import org.jspecify.annotations.Nullable;

/**
 * State of a server's object that leads to an exchange: the exchange of a request, the exchanges of
 * a connection, or null. The type is known to whoever sets it.
 */
public interface ExchangeHolder {
  @Nullable Object rowcall$exchange();

  void rowcall$exchange(@Nullable Object exchange);
}
