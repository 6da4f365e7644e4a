package io.rowcall.agent;

/** A java.lang.reflect.Proxy over HikariCP. */
final class ProxyOverHikariIT extends PoolContract {

  @Override
  Library library() {
    return new Library("proxy-over-hikari", null, "hikari", "numbers", 2, true);
  }
}
