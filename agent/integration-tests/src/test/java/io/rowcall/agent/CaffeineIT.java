package io.rowcall.agent;

/** Caffeine 3, bounded, without statistics of its own. */
@Shows("Caffeine")
final class CaffeineIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine",
        Versions.newest("caffeine"),
        "caffeine",
        "CaffeineSubject.owners",
        2,
        Bound.TEN);
  }
}
