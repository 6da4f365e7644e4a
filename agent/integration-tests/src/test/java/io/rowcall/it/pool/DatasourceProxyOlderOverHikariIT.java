package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older datasource-proxy over HikariCP. */
@Tag("compat")
final class DatasourceProxyOlderOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "datasource-proxy-over-hikari",
        LibraryVersion.older("datasource-proxy"),
        "hikari",
        "numbers",
        2,
        true);
  }
}
