package io.rowcall.agent;

/** Redis by way of Redisson. */
final class RedissonAsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "redisson-async", Versions.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }

  @Override
  boolean answersLater() {
    return true;
  }
}
