package io.rowcall.it.pool;

import io.rowcall.it.support.Covers;
import io.rowcall.it.support.LibraryVersion;

/** Tomcat JDBC Pool. */
@Covers("TomcatJdbc")
final class TomcatJdbcPoolIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "tomcat", LibraryVersion.newest("tomcat-jdbc"), "tomcat", "PoolSubject.tomcat", 2, true);
  }
}
