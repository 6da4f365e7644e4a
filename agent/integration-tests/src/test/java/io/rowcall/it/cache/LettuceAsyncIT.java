package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Lettuce, asynchronous: replies arrive on its own threads. */
final class LettuceAsyncIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "lettuce-async",
        LibraryVersion.newest("lettuce-core"),
        "lettuce",
        "redis",
        0,
        Bound.UNKNOWN);
  }

  @Override
  protected boolean isAsynchronous() {
    return true;
  }
}
