package io.rowcall.agent;

/** Redis by way of Redisson. */
final class RedissonIT extends CacheContract {

  @Override
  Library library() {
    return new Library("redisson", null, "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
