package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** HikariCP 4, the last for Java 8. */
@Tag("compat")
final class Hikari4PoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("hikari", LibraryVersion.older("HikariCP"), "hikari", "numbers", 2, true);
  }
}
