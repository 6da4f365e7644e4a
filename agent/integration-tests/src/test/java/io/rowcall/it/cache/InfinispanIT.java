package io.rowcall.it.cache;

/** Infinispan's embedded cache, without JCache. */
@Shows("Infinispan")
final class InfinispanIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "infinispan", Versions.newest("infinispan-core"), "infinispan", "owners", 0, Bound.UNKNOWN);
  }
}
