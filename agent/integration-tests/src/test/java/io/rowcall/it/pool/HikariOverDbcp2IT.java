package io.rowcall.it.pool;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** HikariCP over DBCP 2: the outermost pool counts. */
@Tag("compat")
final class HikariOverDbcp2IT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "hikari-over-dbcp2", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
