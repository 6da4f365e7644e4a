package io.rowcall.it.pool;

import io.rowcall.it.support.Shows;
import io.rowcall.it.support.Versions;

/** Tomcat's JDBC pool. */
@Shows("TomcatJdbc")
final class TomcatJdbcPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "tomcat", Versions.newest("tomcat-jdbc"), "tomcat", "PoolSubject.tomcat", 2, true);
  }
}
