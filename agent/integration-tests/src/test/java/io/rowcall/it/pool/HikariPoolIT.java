package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** HikariCP 7. */
@Shows("Hikari")
final class HikariPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("hikari", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
