package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Vibur DBCP, which lends proxies of the JDK. */
@Covers("Vibur")
final class ViburPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "vibur", LibraryVersion.newest("vibur-dbcp"), "vibur", "PoolSubject.vibur", 2, true);
  }
}
