package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** HikariCP over DBCP 2: only the outermost pool counts. */
@Tag("compat")
final class HikariOverDbcp2IT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "hikari-over-dbcp2", LibraryVersion.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
