package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** Redis by way of an older Lettuce. */
@Tag("compat")
final class LettuceOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "lettuce", Versions.older("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
