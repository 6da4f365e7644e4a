package io.rowcall.it.cache;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Hibernate's second-level cache over JCache: each lookup counts once, by region. */
@Covers("HibernateCache")
final class HibernateCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate",
        LibraryVersion.newest("hibernate-core"),
        "hibernate",
        "owners",
        0,
        Bound.UNKNOWN);
  }
}
