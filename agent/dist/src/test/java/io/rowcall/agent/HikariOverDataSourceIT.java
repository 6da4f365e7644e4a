package io.rowcall.agent;

/** HikariCP over a driver's data source. */
final class HikariOverDataSourceIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari-over-datasource", null, "hikari", "numbers", 2, true);
  }
}
