package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** datasource-proxy over HikariCP. */
@Tag("compat")
final class DatasourceProxyOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "datasource-proxy-over-hikari",
        LibraryVersion.newest("datasource-proxy"),
        "hikari",
        "numbers",
        2,
        true);
  }
}
