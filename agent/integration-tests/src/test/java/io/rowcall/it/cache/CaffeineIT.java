package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Caffeine 3, bounded, without statistics of its own. */
@Shows("Caffeine")
final class CaffeineIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine",
        Versions.newest("caffeine"),
        "caffeine",
        "CaffeineSubject.owners",
        2,
        Bound.TEN);
  }
}
