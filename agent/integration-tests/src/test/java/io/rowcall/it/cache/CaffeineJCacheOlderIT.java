package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** A JCache of Caffeine 2. */
@Tag("compat")
final class CaffeineJCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-caffeine",
        Versions.older("jcache", "caffeine"),
        "caffeine",
        "owners",
        3,
        Bound.ABOUT_TEN);
  }
}
