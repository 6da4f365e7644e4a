package io.rowcall.agent;

/** Hibernate's query cache over Ehcache's JCache: counted once, by region. */
final class HibernateQueryCacheIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "hibernate-queries",
        Versions.newest("hibernate-core"),
        "hibernate",
        "owners by id",
        0,
        Bound.UNKNOWN);
  }
}
