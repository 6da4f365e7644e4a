package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** JCache over Ehcache: each lookup counts once. */
final class EhcacheJCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-ehcache", LibraryVersion.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
