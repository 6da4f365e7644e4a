package io.rowcall.it.call;

import io.rowcall.it.support.Covers;
import org.junit.jupiter.api.Tag;

/** R2DBC over H2. */
@Covers("R2dbc")
@Tag("compat")
final class R2dbcH2IT extends ReactiveSqlContract {

  @Override
  public String artifact() {
    return "r2dbc-h2";
  }

  @Override
  String driver() {
    return "ReactiveH";
  }
}
