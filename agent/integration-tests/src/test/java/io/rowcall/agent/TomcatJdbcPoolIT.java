package io.rowcall.agent;

/** Tomcat's JDBC pool. */
@Shows("TomcatJdbc")
final class TomcatJdbcPoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "tomcat", Versions.newest("tomcat-jdbc"), "tomcat", "PoolSubject.tomcat", 2, true);
  }
}
