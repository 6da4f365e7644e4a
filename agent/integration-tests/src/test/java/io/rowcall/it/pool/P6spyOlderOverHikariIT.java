package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older p6spy over HikariCP. */
@Tag("compat")
final class P6spyOlderOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "p6spy-over-hikari", LibraryVersion.older("p6spy"), "hikari", "numbers", 2, true);
  }
}
