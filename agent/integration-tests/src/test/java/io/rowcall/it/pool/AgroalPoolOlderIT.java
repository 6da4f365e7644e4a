package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Agroal. */
@Tag("compat")
final class AgroalPoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "agroal",
        LibraryVersion.older("agroal-pool", "agroal-api"),
        "agroal",
        "PoolSubject.agroal",
        2,
        true);
  }
}
