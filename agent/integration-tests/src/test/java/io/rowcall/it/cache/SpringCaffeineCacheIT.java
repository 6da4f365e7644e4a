package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Spring Cache over Caffeine: each lookup counts once, by Spring's name. */
final class SpringCaffeineCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-caffeine",
        LibraryVersion.newest("spring-context-support"),
        "caffeine",
        "owners",
        2,
        Bound.TEN);
  }
}
