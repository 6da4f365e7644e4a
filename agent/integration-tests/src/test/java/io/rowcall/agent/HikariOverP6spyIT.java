package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** HikariCP over p6spy's driver. */
@Tag("compat")
final class HikariOverP6spyIT extends PoolContract {

  @Override
  Library library() {
    return new Library("hikari-over-p6spy", Versions.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
