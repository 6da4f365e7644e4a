package io.rowcall.it.cache;

import io.rowcall.it.support.LibraryVersion;

/** Hibernate's query cache over JCache: each lookup counts once, by region. */
final class HibernateQueryCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate-queries",
        LibraryVersion.newest("hibernate-core"),
        "hibernate",
        "owners by id",
        0,
        Bound.UNKNOWN);
  }
}
