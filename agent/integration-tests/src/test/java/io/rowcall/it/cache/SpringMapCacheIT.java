package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Spring Cache over a map. */
final class SpringMapCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-map",
        LibraryVersion.newest("spring-context"),
        "spring",
        "owners",
        2,
        Bound.UNBOUNDED);
  }
}
