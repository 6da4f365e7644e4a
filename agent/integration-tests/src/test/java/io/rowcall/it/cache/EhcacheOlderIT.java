package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Ehcache 3, without JCache. */
@Tag("compat")
final class EhcacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "ehcache", LibraryVersion.older("ehcache"), "ehcache", "owners", 0, Bound.UNKNOWN);
  }
}
