package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Druid. */
@Shows("Druid")
final class DruidPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("druid", Versions.newest("druid"), "druid", "PoolSubject.druid", 2, true);
  }
}
