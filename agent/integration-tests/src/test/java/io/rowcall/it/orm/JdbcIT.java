package io.rowcall.it.orm;

import io.rowcall.it.support.Covers;

/** Plain JDBC. */
@Covers({"Connection", "ResultSet", "Statement"})
final class JdbcIT extends MapperContract {

  JdbcIT() {
    super("jdbc", "JdbcLibrary.java", "", "one IN query", "addBatch");
  }
}
