package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Caffeine 3, asynchronous. */
final class CaffeineAsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine-async",
        LibraryVersion.newest("caffeine"),
        "caffeine",
        "CaffeineAsyncSubject.owners",
        2,
        Bound.ABOUT_TEN);
  }
}
