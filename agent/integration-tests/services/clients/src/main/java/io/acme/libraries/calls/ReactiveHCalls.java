package io.acme.libraries.calls;

import io.r2dbc.spi.ConnectionFactories;

/** R2DBC over H2. */
final class ReactiveHCalls extends R2dbcSubject {
  ReactiveHCalls(String url) {
    super(ConnectionFactories.get("r2dbc:h2:mem:///reactive?options=DB_CLOSE_DELAY=-1"), "$1");
  }
}
