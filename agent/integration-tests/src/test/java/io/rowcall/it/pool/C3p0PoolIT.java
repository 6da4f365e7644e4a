package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** c3p0. */
@Covers("C3p0")
final class C3p0PoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("c3p0", LibraryVersion.newest("c3p0"), "c3p0", "PoolSubject.c3p0", 0, true);
  }
}
