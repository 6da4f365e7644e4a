package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;

/** A proxy over datasource-proxy over p6spy over HikariCP over datasource-proxy. */
final class StackOfProxiesIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("stack", LibraryVersion.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
