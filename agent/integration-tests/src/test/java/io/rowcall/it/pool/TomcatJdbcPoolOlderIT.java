package io.rowcall.it.pool;

import io.rowcall.it.support.Versions;
import org.junit.jupiter.api.Tag;

/** Tomcat's JDBC pool, of an older Tomcat. */
@Tag("compat")
final class TomcatJdbcPoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "tomcat", Versions.older("tomcat-jdbc"), "tomcat", "PoolSubject.tomcat", 2, true);
  }
}
