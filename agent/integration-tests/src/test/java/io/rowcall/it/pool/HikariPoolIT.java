package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** HikariCP 7. */
@Covers("Hikari")
final class HikariPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("hikari", LibraryVersion.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
