package io.rowcall.agent;

/** Guava. */
@Shows("GuavaCache")
final class GuavaCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "guava", Versions.newest("guava"), "guava", "GuavaSubject.owners", 2, Bound.TEN);
  }
}
