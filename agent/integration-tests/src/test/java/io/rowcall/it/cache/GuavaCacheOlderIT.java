package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Guava. */
@Tag("compat")
final class GuavaCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "guava", LibraryVersion.older("guava"), "guava", "GuavaSubject.owners", 2, Bound.TEN);
  }
}
