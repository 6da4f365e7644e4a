package io.rowcall.agent;

/** Guava. */
final class GuavaCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library("guava", null, "guava", "GuavaSubject.owners", true, Bound.TEN);
  }
}
