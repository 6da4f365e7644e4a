package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Redisson, synchronous. */
@Covers("Redisson")
final class RedissonIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson", LibraryVersion.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
