package io.rowcall.agent;

/** A cache of Spring's over Caffeine: counted once, by Spring's name. */
final class SpringCaffeineCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library("spring-caffeine", null, "caffeine", "owners", 2, Bound.TEN);
  }
}
