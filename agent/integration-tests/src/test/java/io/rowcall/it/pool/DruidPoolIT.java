package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Druid. */
@Covers("Druid")
final class DruidPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "druid", LibraryVersion.newest("druid"), "druid", "PoolSubject.druid", 2, true);
  }
}
