package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** A driver's data source, without a pool. */
@Covers("DataSource")
final class DataSourceIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "datasource", LibraryVersion.newest("h2"), "datasource", "JdbcDataSource", 0, false);
  }
}
