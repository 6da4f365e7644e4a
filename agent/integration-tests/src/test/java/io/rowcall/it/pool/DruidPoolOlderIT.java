package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Druid. */
@Tag("compat")
final class DruidPoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "druid", LibraryVersion.older("druid"), "druid", "PoolSubject.druid", 2, true);
  }
}
