package io.rowcall.agent;

/** Ehcache 3, without JCache. */
final class EhcacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library("ehcache", null, "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
