package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** An older Spring's cache over a map. */
@Tag("compat")
final class SpringMapCacheOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "spring-map", Versions.older("spring-context"), "spring", "owners", 2, Bound.UNBOUNDED);
  }
}
