package io.rowcall.it.pool;

import io.rowcall.it.support.LibraryVersion;
import org.junit.jupiter.api.Tag;

/** An older Tomcat JDBC Pool. */
@Tag("compat")
final class TomcatJdbcPoolOlderIT extends PoolContract {

  @Override
  public Library library() {
    return new Library(
        "tomcat", LibraryVersion.older("tomcat-jdbc"), "tomcat", "PoolSubject.tomcat", 2, true);
  }
}
