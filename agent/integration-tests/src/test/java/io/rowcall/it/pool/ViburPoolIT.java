package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Vibur DBCP, which lends proxies of the JDK. */
@Shows("Vibur")
final class ViburPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "vibur", Versions.newest("vibur-dbcp"), "vibur", "PoolSubject.vibur", 2, true);
  }
}
