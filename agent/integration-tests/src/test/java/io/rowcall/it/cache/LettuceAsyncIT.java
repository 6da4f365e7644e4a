package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** Redis by way of Lettuce, whose answers come on threads of its own. */
final class LettuceAsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce-async", Versions.newest("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }

  @Override
  public boolean answersLater() {
    return true;
  }
}
