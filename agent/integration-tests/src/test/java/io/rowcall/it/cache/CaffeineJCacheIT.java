package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** JCache over Caffeine, read-through: each lookup counts once. */
@Covers({"JCache", "JCacheLoader", "JCacheManager"})
final class CaffeineJCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "jcache-caffeine",
        LibraryVersion.newest("jcache"),
        "caffeine",
        "owners",
        3,
        Bound.ABOUT_TEN);
  }
}
