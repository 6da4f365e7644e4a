package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Agroal. */
@Covers("Agroal")
final class AgroalPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "agroal", LibraryVersion.newest("agroal-pool"), "agroal", "PoolSubject.agroal", 2, true);
  }
}
