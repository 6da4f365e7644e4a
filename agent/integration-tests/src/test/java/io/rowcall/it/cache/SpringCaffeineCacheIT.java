package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** A cache of Spring's over Caffeine: counted once, by Spring's name. */
final class SpringCaffeineCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-caffeine",
        Versions.newest("spring-context-support"),
        "caffeine",
        "owners",
        2,
        Bound.TEN);
  }
}
