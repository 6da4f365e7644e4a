package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** An older Guava. */
@Tag("compat")
final class GuavaCacheOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "guava", Versions.older("guava"), "guava", "GuavaSubject.owners", 2, Bound.TEN);
  }
}
