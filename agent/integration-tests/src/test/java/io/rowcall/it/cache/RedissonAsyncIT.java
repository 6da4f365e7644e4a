package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Redisson, asynchronous. */
final class RedissonAsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson-async", LibraryVersion.newest("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }

  @Override
  protected boolean isAsynchronous() {
    return true;
  }
}
