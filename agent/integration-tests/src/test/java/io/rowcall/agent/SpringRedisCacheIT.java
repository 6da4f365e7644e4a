package io.rowcall.agent;

/** A cache of Spring's over Redis by way of Lettuce: counted once, by Spring's name. */
@Shows("SpringCache")
final class SpringRedisCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "spring-redis", Versions.newest("spring-data-redis"), "spring", "owners", 2, Bound.UNKNOWN);
  }
}
