package io.rowcall.agent;

import org.junit.jupiter.api.Tag;

/** An older Hibernate's second-level cache over Ehcache's JCache. */
@Tag("compat")
final class HibernateCacheOlderIT extends CacheContract {

  @Override
  Library library() {
    return new Library(
        "hibernate",
        Versions.older("hibernate-core", "hibernate-jcache"),
        "hibernate",
        "owners",
        0,
        Bound.UNKNOWN);
  }
}
