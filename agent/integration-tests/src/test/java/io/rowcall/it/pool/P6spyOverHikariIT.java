package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** p6spy over HikariCP. */
@Tag("compat")
final class P6spyOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "p6spy-over-hikari", LibraryVersion.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
