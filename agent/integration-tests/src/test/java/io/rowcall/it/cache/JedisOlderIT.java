package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Jedis. */
@Tag("compat")
final class JedisOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library("jedis", LibraryVersion.older("jedis"), "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
