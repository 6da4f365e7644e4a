package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Spring Cache over Redis. */
@Tag("compat")
final class SpringRedisCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-redis",
        LibraryVersion.older("spring-data-redis"),
        "spring",
        "owners",
        2,
        Bound.UNKNOWN);
  }
}
