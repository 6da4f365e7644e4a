package io.rowcall.agent;

/** HikariCP 7. */
final class HikariPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari", null, "hikari", "numbers", 2, true);
  }
}
