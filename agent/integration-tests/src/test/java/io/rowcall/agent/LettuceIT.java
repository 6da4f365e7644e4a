package io.rowcall.agent;

/** Redis by way of Lettuce. */
@Shows("Lettuce")
final class LettuceIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "lettuce", Versions.newest("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
