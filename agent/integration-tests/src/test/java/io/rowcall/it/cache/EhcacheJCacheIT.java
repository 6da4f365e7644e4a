package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** A JCache of Ehcache's: counted once. */
final class EhcacheJCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-ehcache", Versions.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
