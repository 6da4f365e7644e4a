package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older c3p0, whose proxies are of another class. */
@Tag("compat")
final class C3p0PoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library("c3p0", LibraryVersion.older("c3p0"), "c3p0", "PoolSubject.c3p0", 0, true);
  }
}
