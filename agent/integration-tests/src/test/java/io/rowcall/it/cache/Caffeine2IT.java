package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** Caffeine 2, bounded, without statistics of its own. */
final class Caffeine2IT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine", Versions.older("caffeine"), "caffeine", "CaffeineSubject.owners", 2, Bound.TEN);
  }
}
