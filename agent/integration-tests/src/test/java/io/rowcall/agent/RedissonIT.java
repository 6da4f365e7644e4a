package io.rowcall.agent;

/** Redis by way of Redisson. */
@Shows("Redisson")
final class RedissonIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "redisson", Versions.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
