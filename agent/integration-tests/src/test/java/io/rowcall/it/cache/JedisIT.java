package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Jedis. */
@Covers("Jedis")
final class JedisIT extends CacheContract {

  @Override
  public Library library() {
    return new Library("jedis", LibraryVersion.newest("jedis"), "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
