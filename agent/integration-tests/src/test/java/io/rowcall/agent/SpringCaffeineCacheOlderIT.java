package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** An older Spring's cache over Caffeine. */
@Tag("compat")
final class SpringCaffeineCacheOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "spring-caffeine",
        Versions.older("spring-context-support", "spring-context"),
        "caffeine",
        "owners",
        2,
        Bound.TEN);
  }
}
