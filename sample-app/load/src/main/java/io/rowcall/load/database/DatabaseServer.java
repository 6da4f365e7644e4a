package io.rowcall.load.database;

import io.rowcall.sample.db.DatabaseUrl;
import java.sql.SQLException;

/** Database server on this machine that creates databases for the demo and drops them again. */
public interface DatabaseServer extends AutoCloseable {

  int port();

  /** Creates an empty database; the URL leads to it directly. */
  DatabaseUrl create(String name) throws SQLException;

  /**
   * Returns the URL of a created database through another local port that forwards to the server.
   */
  String urlAt(int port, String name);

  @Override
  void close() throws Exception;
}
