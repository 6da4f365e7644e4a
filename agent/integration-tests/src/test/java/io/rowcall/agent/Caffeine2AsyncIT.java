package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** Caffeine 2, asynchronous. */
@Tag("compat")
final class Caffeine2AsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "caffeine-async",
        Versions.older("caffeine"),
        "caffeine",
        "CaffeineAsyncSubject.owners",
        2,
        Bound.ABOUT_TEN);
  }
}
