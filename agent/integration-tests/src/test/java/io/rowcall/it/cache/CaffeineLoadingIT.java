package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Caffeine 3, loading, with its own statistics. */
final class CaffeineLoadingIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine-loading",
        LibraryVersion.newest("caffeine"),
        "caffeine",
        "CaffeineLoadingSubject.owners",
        2,
        Bound.UNBOUNDED);
  }
}
