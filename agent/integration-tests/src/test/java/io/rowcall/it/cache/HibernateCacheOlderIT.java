package io.rowcall.it.cache;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** An older Hibernate's second-level cache over Ehcache's JCache. */
@Tag("compat")
final class HibernateCacheOlderIT extends CacheContract {

  @Override
  public Library library() {
    return new Library(
        "hibernate",
        Versions.older("hibernate-core", "hibernate-jcache"),
        "hibernate",
        "owners",
        0,
        Bound.UNKNOWN);
  }
}
