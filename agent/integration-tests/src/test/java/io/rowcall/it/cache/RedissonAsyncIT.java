package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** Redis by way of Redisson. */
final class RedissonAsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson-async", Versions.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }

  @Override
  public boolean answersLater() {
    return true;
  }
}
