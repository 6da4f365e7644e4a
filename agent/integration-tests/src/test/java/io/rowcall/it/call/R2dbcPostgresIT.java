package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import org.junit.jupiter.api.Tag;

/** R2DBC over PostgreSQL. */
@Covers("R2dbcReply")
@Tag("compat")
final class R2dbcPostgresIT extends ReactiveSqlContract {

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
