package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;

/** Hibernate's query cache over Ehcache's JCache: counted once, by region. */
final class HibernateQueryCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate-queries",
        Versions.newest("hibernate-core"),
        "hibernate",
        "owners by id",
        0,
        Bound.UNKNOWN);
  }
}
