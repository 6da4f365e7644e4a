package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Redis by way of Lettuce. */
@Shows("Lettuce")
final class LettuceIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce", Versions.newest("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
