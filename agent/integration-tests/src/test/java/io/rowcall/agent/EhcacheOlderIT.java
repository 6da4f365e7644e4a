package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** An older Ehcache 3, without JCache. */
@Tag("compat")
final class EhcacheOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library("ehcache", Versions.older("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
