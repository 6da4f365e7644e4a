package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** Second-level cache of an older Hibernate over JCache. */
@Tag("compat")
final class HibernateCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate",
        LibraryVersion.older("hibernate-core", "hibernate-jcache"),
        "hibernate",
        "owners",
        0,
        Bound.UNKNOWN);
  }
}
