package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** HikariCP over a driver's data source. */
@Tag("compat")
final class HikariOverDataSourceIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "hikari-over-datasource", LibraryVersion.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
