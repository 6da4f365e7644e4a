package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** {@link java.lang.reflect.Proxy} over HikariCP. */
@Tag("compat")
final class ProxyOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "proxy-over-hikari", LibraryVersion.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
