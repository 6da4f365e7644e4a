package io.rowcall.agent;

/** A JCache of Ehcache's: counted once. */
final class EhcacheJCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "jcache-ehcache", Versions.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
