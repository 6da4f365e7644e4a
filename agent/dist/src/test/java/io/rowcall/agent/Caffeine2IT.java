package io.rowcall.agent;

/** Caffeine 2, bounded, without statistics of its own. */
final class Caffeine2IT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine", "caffeine", "caffeine", "CaffeineSubject.owners", true, Bound.TEN);
  }
}
