package io.rowcall.agent;

/** Caffeine 2, bounded, without statistics of its own. */
final class Caffeine2IT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine", Versions.older("caffeine"), "caffeine", "CaffeineSubject.owners", 2, Bound.TEN);
  }
}
