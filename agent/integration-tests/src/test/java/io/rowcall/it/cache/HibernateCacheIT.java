package io.rowcall.it.cache;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Hibernate's second-level cache over Ehcache's JCache: counted once, by region. */
@Shows("HibernateCache")
final class HibernateCacheIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate", Versions.newest("hibernate-core"), "hibernate", "owners", 0, Bound.UNKNOWN);
  }
}
