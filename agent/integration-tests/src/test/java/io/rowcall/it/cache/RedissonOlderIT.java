package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Redisson, synchronous. */
@Tag("compat")
final class RedissonOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson", LibraryVersion.older("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
