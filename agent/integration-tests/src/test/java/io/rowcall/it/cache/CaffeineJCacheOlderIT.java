package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** JCache over Caffeine 2. */
@Tag("compat")
final class CaffeineJCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-caffeine",
        LibraryVersion.older("jcache", "caffeine"),
        "caffeine",
        "owners",
        3,
        Bound.ABOUT_TEN);
  }
}
