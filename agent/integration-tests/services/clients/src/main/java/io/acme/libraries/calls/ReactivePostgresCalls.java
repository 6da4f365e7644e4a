package io.acme.libraries.calls;

import io.r2dbc.spi.ConnectionFactories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** R2DBC over PostgreSQL. */
final class ReactivePostgresCalls extends R2dbcSubject {
  ReactivePostgresCalls(String url) throws IOException {
    super(
        ConnectionFactories.get(
            "r2dbc:postgresql://postgres:postgres@localhost:"
                + EmbeddedPostgres.builder().start().getPort()
                + "/postgres"),
        "$1");
  }
}
