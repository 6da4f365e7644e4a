package io.rowcall.agent;

/** Caffeine 3, asynchronous. */
final class CaffeineAsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine-async",
        Versions.newest("caffeine"),
        "caffeine",
        "CaffeineAsyncSubject.owners",
        2,
        Bound.ABOUT_TEN);
  }
}
