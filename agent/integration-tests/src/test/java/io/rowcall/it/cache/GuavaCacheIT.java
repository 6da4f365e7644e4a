package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Guava. */
@Shows("GuavaCache")
final class GuavaCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "guava", Versions.newest("guava"), "guava", "GuavaSubject.owners", 2, Bound.TEN);
  }
}
