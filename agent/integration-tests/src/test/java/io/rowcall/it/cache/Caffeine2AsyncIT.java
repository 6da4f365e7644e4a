package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** Caffeine 2, asynchronous. */
@Tag("compat")
final class Caffeine2AsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "caffeine-async",
        LibraryVersion.older("caffeine"),
        "caffeine",
        "CaffeineAsyncSubject.owners",
        2,
        Bound.ABOUT_TEN);
  }
}
