package io.rowcall.agent;

/** Redis by way of Jedis. */
final class JedisIT extends CacheContract {

  @Override
  Library library() {
    return new Library("jedis", null, "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
