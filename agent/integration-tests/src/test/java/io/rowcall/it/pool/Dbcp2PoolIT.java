package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** DBCP 2. */
@Covers("Dbcp2")
final class Dbcp2PoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "dbcp2", LibraryVersion.newest("commons-dbcp2"), "dbcp2", "PoolSubject.dbcp2", 2, true);
  }
}
