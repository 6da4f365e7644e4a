package io.rowcall.agent;

/** p6spy's data source over HikariCP. */
final class P6spyOverHikariIT extends PoolContract {

  @Override
  Library library() {
    return new Library("p6spy-over-hikari", Versions.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
