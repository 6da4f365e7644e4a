package io.rowcall.agent;

/** Loops in plain JDBC. */
final class JdbcIT extends MapperContract {

  JdbcIT() {
    super("jdbc", "JdbcLibrary.java", "", "one IN query", "addBatch");
  }
}
