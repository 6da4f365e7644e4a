package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** A cache of Spring's over Redis by way of Lettuce: counted once, by Spring's name. */
@Shows("SpringCache")
final class SpringRedisCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-redis", Versions.newest("spring-data-redis"), "spring", "owners", 2, Bound.UNKNOWN);
  }
}
