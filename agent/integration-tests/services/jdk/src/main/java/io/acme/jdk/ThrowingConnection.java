package io.acme.jdk;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingConnection;

/** A connection of the throwing driver; its metadata is for nobody. */
final class ThrowingConnection extends DelegatingConnection<Connection> {

  ThrowingConnection(Connection behind) {
    super(behind);
  }

  @Override
  public Statement createStatement() throws SQLException {
    Planned.reached("createStatement");
    return new ThrowingStatement(this, getDelegate().createStatement());
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    Planned.reached("prepareStatement");
    return new ThrowingPreparedStatement(this, getDelegate().prepareStatement(sql));
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    Planned.reached("getMetaData");
    throw new SQLException("nobody may ask for metadata");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    Planned.reached("unwrap");
    throw new SQLException("nobody may unwrap");
  }

  @Override
  public String toString() {
    Calls.count("toString");
    throw new IllegalStateException("nobody may ask for a text");
  }
}
