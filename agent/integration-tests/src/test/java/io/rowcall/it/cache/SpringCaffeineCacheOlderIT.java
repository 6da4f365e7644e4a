package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Spring Cache over Caffeine. */
@Tag("compat")
final class SpringCaffeineCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "spring-caffeine",
        LibraryVersion.older("spring-context-support", "spring-context"),
        "caffeine",
        "owners",
        2,
        Bound.TEN);
  }
}
