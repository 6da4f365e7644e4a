package io.rowcall.agent;

/** HikariCP over p6spy's driver. */
final class HikariOverP6spyIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari-over-p6spy", Versions.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
