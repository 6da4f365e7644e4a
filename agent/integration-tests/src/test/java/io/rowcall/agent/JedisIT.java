package io.rowcall.agent;

/** Redis by way of Jedis. */
@Shows("Jedis")
final class JedisIT extends CacheContract {

  @Override
  Library library() {
    return new Library("jedis", Versions.newest("jedis"), "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
