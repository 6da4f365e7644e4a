package io.rowcall.it.pool;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** p6spy's data source over HikariCP. */
@Tag("compat")
final class P6spyOverHikariIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("p6spy-over-hikari", Versions.newest("p6spy"), "hikari", "numbers", 2, true);
  }
}
