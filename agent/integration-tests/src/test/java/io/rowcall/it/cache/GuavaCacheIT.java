package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Guava. */
@Covers("GuavaCache")
final class GuavaCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "guava", LibraryVersion.newest("guava"), "guava", "GuavaSubject.owners", 2, Bound.TEN);
  }
}
