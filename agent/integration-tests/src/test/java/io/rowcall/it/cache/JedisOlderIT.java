package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** Redis by way of an older Jedis. */
@Tag("compat")
final class JedisOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library("jedis", Versions.older("jedis"), "jedis", "redis", 0, Bound.UNKNOWN);
  }
}
