package io.rowcall.it.orm;

import io.rowcall.it.support.Shows;

/** Loops in plain JDBC. */
@Shows({"Connection", "ResultSet", "Statement"})
final class JdbcIT extends MapperContract {

  JdbcIT() {
    super("jdbc", "JdbcLibrary.java", "", "one IN query", "addBatch");
  }
}
