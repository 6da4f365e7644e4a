package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older DBCP 2. */
@Tag("compat")
final class Dbcp2PoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "dbcp2", LibraryVersion.older("commons-dbcp2"), "dbcp2", "PoolSubject.dbcp2", 2, true);
  }
}
