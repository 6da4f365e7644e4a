package io.rowcall.agent;

/** DBCP 2. */
@Shows("Dbcp2")
final class Dbcp2PoolIT extends PoolContract {

  @Override
  Library library() {
    return new Library(
        "dbcp2", Versions.newest("commons-dbcp2"), "dbcp2", "PoolSubject.dbcp2", 2, true);
  }
}
