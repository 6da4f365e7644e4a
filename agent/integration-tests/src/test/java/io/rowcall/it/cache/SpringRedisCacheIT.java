package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Spring Cache over Redis and Lettuce: each lookup counts once, by Spring's name. */
@Covers("SpringCache")
final class SpringRedisCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-redis",
        LibraryVersion.newest("spring-data-redis"),
        "spring",
        "owners",
        2,
        Bound.UNKNOWN);
  }
}
