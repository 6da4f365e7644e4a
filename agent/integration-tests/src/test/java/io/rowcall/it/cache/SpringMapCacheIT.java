package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** A cache of Spring's over a map. */
final class SpringMapCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-map", Versions.newest("spring-context"), "spring", "owners", 2, Bound.UNBOUNDED);
  }
}
