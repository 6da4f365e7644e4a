package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** A JCache of Caffeine's, which loads by itself: counted once. */
@Shows({"JCache", "JCacheLoader", "JCacheManager"})
final class CaffeineJCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-caffeine", Versions.newest("jcache"), "caffeine", "owners", 3, Bound.ABOUT_TEN);
  }
}
