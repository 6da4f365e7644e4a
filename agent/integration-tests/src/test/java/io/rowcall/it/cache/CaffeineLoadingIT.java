package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** Caffeine 3, loading, with statistics of its own. */
final class CaffeineLoadingIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine-loading",
        Versions.newest("caffeine"),
        "caffeine",
        "CaffeineLoadingSubject.owners",
        2,
        Bound.UNBOUNDED);
  }
}
