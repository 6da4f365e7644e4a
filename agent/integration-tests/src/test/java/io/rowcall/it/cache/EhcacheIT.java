package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Ehcache 3, without JCache. */
@Covers("Ehcache")
final class EhcacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "ehcache", LibraryVersion.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
