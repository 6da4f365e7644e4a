package io.rowcall.agent;

/** A data source without a pool: one connection after the other. */
@Shows("DataSource")
final class DataSourceIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "datasource", Versions.newest("h2"), "datasource", "JdbcDataSource", 0, false);
  }
}
