package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Caffeine 3, bounded, without its own statistics. */
@Covers("Caffeine")
final class CaffeineIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine",
        LibraryVersion.newest("caffeine"),
        "caffeine",
        "CaffeineSubject.owners",
        2,
        Bound.TEN);
  }
}
