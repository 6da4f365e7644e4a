package io.rowcall.agent;

/** Redis by way of Lettuce, whose answers come on threads of its own. */
final class LettuceAsyncIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "lettuce-async", Versions.newest("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }

  @Override
  boolean answersLater() {
    return true;
  }
}
