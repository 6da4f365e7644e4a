package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** c3p0, which does not tell how many lie idle without its lock. */
@Shows("C3p0")
final class C3p0PoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("c3p0", Versions.newest("c3p0"), "c3p0", "PoolSubject.c3p0", 0, true);
  }
}
