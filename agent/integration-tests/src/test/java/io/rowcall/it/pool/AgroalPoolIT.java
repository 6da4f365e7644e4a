package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Agroal. */
@Shows("Agroal")
final class AgroalPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "agroal", Versions.newest("agroal-pool"), "agroal", "PoolSubject.agroal", 2, true);
  }
}
