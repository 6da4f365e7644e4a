package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** DBCP 2. */
@Shows("Dbcp2")
final class Dbcp2PoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "dbcp2", Versions.newest("commons-dbcp2"), "dbcp2", "PoolSubject.dbcp2", 2, true);
  }
}
