package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** Redis by way of an older Redisson. */
@Tag("compat")
final class RedissonOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "redisson", Versions.older("redisson"), "redisson", "redis", 0, Bound.UNKNOWN);
  }
}
