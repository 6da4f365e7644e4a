package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Redis by way of Redisson. */
@Shows("Redisson")
final class RedissonIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson", Versions.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
