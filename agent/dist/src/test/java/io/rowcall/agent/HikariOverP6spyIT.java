package io.rowcall.agent;

/** HikariCP over p6spy's driver. */
final class HikariOverP6spyIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari-over-p6spy", null, "hikari", "numbers", 2, true);
  }
}
