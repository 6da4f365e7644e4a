package io.rowcall.agent;

/** Infinispan's embedded cache, without JCache. */
@Shows("Infinispan")
final class InfinispanIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "infinispan", Versions.newest("infinispan-core"), "infinispan", "owners", 0, Bound.UNKNOWN);
  }
}
