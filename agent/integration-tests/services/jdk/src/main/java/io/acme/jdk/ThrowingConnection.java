package io.acme.jdk;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingConnection;

/** Connection of the throwing driver; metadata and {@code unwrap} are unsupported. */
final class ThrowingConnection extends DelegatingConnection<Connection> {

  ThrowingConnection(Connection delegate) {
    super(delegate);
  }

  @Override
  public Statement createStatement() throws SQLException {
    PlannedFailure.onCall("createStatement");
    return new ThrowingStatement(this, getDelegate().createStatement());
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    PlannedFailure.onCall("prepareStatement");
    return new ThrowingPreparedStatement(this, getDelegate().prepareStatement(sql));
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    PlannedFailure.onCall("getMetaData");
    throw new SQLException("unexpected call of getMetaData");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    PlannedFailure.onCall("unwrap");
    throw new SQLException("unexpected call of unwrap");
  }

  @Override
  public String toString() {
    CallCounter.count("toString");
    throw new IllegalStateException("unexpected call of toString");
  }
}
