package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Infinispan's embedded cache, without JCache. */
@Shows("Infinispan")
final class InfinispanIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "infinispan", Versions.newest("infinispan-core"), "infinispan", "owners", 0, Bound.UNKNOWN);
  }
}
