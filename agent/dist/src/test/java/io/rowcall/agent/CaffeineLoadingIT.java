package io.rowcall.agent;

/** Caffeine 3, loading, with statistics of its own. */
final class CaffeineLoadingIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine-loading",
        null,
        "caffeine",
        "CaffeineLoadingSubject.owners",
        true,
        Bound.UNBOUNDED);
  }
}
