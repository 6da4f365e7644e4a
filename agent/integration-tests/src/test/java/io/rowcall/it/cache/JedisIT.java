package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Redis by way of Jedis. */
@Shows("Jedis")
final class JedisIT extends CacheContract {

  @Override
  public Library library() {
    return new Library("jedis", Versions.newest("jedis"), "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
