package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** A data source without a pool: one connection after the other. */
@Shows("DataSource")
final class DataSourceIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "datasource", Versions.newest("h2"), "datasource", "JdbcDataSource", 0, false);
  }
}
