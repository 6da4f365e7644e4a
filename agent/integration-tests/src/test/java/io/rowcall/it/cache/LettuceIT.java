package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Lettuce, synchronous. */
@Covers("Lettuce")
final class LettuceIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce", LibraryVersion.newest("lettuce-core"), "lettuce", "redis", 0, Bound.UNKNOWN);
  }
}
