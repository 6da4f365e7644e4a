package io.rowcall.agent;

/** datasource-proxy over HikariCP. */
final class DatasourceProxyOverHikariIT extends PoolContract {

  @Override
  Library library() {
    return new Library("datasource-proxy-over-hikari", null, "hikari", "numbers", 2, true);
  }
}
