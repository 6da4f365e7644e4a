package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Ehcache 3, without JCache. */
@Shows("Ehcache")
final class EhcacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "ehcache", Versions.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
