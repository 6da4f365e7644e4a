package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** HikariCP over p6spy's driver. */
@Tag("compat")
final class HikariOverP6spyIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "hikari-over-p6spy", LibraryVersion.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
