package io.rowcall.sample.load;

import io.rowcall.sample.db.DatabaseUrl;
import java.sql.SQLException;

/** A database server on this machine that makes databases for the demo and drops them again. */
interface DatabaseServer extends AutoCloseable {

  int port();

  /** Makes an empty database, to be reached without detours. */
  DatabaseUrl create(String name) throws SQLException;

  /**
   * The URL of a database that was made here, at another port of this machine that leads to the
   * server.
   */
  String urlAt(int port, String name);

  @Override
  void close() throws Exception;
}
