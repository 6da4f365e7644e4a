package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Infinispan's embedded cache, without JCache. */
@Covers("Infinispan")
final class InfinispanIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "infinispan",
        LibraryVersion.newest("infinispan-core"),
        "infinispan",
        "owners",
        0,
        Bound.UNKNOWN);
  }
}
