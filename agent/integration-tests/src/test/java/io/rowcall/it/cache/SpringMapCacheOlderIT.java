package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Spring Cache over a map. */
@Tag("compat")
final class SpringMapCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-map",
        LibraryVersion.older("spring-context"),
        "spring",
        "owners",
        2,
        Bound.UNBOUNDED);
  }
}
