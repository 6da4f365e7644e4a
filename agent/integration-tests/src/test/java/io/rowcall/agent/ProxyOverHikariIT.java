package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** A java.lang.reflect.Proxy over HikariCP. */
@Tag("compat")
final class ProxyOverHikariIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "proxy-over-hikari", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
