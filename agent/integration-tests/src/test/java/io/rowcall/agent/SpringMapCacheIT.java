package io.rowcall.agent;

/** A cache of Spring's over a map. */
final class SpringMapCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "spring-map", Versions.newest("spring-context"), "spring", "owners", 2, Bound.UNBOUNDED);
  }
}
