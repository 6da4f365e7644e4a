package io.rowcall.agent;

/** Ehcache 3, without JCache. */
@Shows("Ehcache")
final class EhcacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "ehcache", Versions.newest("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
