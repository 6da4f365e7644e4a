package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** An older Spring's cache over Redis. */
@Tag("compat")
final class SpringRedisCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-redis", Versions.older("spring-data-redis"), "spring", "owners", 2, Bound.UNKNOWN);
  }
}
