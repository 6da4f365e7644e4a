package io.rowcall.it.call;

import org.junit.jupiter.api.Tag;

/** R2DBC over PostgreSQL. */
@Tag("compat")
final class R2dbcPostgresIT extends R2dbcContract {

  @Override
  public String artifact() {
    return "r2dbc-postgresql";
  }

  @Override
  String driver() {
    return "ReactivePostgres";
  }

  @Override
  boolean failsBeforeItsResult() {
    return false;
  }
}
