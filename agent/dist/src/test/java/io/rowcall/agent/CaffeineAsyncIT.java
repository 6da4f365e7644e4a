package io.rowcall.agent;

/** Caffeine 3, asynchronous. */
final class CaffeineAsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine-async", null, "caffeine", "CaffeineAsyncSubject.owners", true, Bound.ABOUT_TEN);
  }
}
