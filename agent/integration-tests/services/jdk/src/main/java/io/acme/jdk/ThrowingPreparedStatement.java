package io.acme.jdk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/** A prepared statement of the throwing driver. */
final class ThrowingPreparedStatement extends DelegatingPreparedStatement {

  ThrowingPreparedStatement(DelegatingConnection<?> connection, PreparedStatement behind) {
    super(connection, behind);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    Planned.reached("setInt");
    super.setInt(index, value);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    Planned.reached("executeQuery");
    return super.executeQuery();
  }

  @Override
  public int executeUpdate() throws SQLException {
    Planned.reached("executeUpdate");
    return super.executeUpdate();
  }

  @Override
  public void addBatch() throws SQLException {
    Planned.reached("addBatch");
    super.addBatch();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    Planned.reached("executeBatch");
    return super.executeBatch();
  }

  /** The class above closes once more when it is garbage, which says nothing of the application. */
  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      Planned.reached("close");
    }
    super.close();
  }

  @Override
  public String toString() {
    Calls.count("toString");
    throw new IllegalStateException("nobody may ask for a text");
  }
}
