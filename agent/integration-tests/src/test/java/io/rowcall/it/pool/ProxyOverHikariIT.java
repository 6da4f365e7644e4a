package io.rowcall.it.pool;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** A java.lang.reflect.Proxy over HikariCP. */
@Tag("compat")
final class ProxyOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "proxy-over-hikari", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
