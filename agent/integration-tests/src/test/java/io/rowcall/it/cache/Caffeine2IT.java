package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Caffeine 2, bounded, without its own statistics. */
final class Caffeine2IT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine",
        LibraryVersion.older("caffeine"),
        "caffeine",
        "CaffeineSubject.owners",
        2,
        Bound.TEN);
  }
}
