package io.rowcall.agent;

/** HikariCP 7. */
@Shows("Hikari")
final class HikariPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari", Versions.newest("HikariCP"), "hikari", "numbers", 2, true);
  }
}
