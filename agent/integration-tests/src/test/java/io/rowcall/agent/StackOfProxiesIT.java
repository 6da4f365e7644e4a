package io.rowcall.agent;

/** A proxy over datasource-proxy over p6spy over HikariCP over datasource-proxy. */
final class StackOfProxiesIT extends PoolContract {

  @Override
  Library library() {
    return new Library("stack", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
