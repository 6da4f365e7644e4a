package io.rowcall.it.pool;

import io.rowcall.it.support.Versions;

/** A proxy over datasource-proxy over p6spy over HikariCP over datasource-proxy. */
final class StackOfProxiesIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("stack", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
