package io.rowcall.agent;

/** Caffeine 2, asynchronous. */
final class Caffeine2AsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine-async",
        "caffeine",
        "caffeine",
        "CaffeineAsyncSubject.owners",
        true,
        Bound.ABOUT_TEN);
  }
}
