package io.acme.jdk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/** Prepared statement of the throwing driver. */
final class ThrowingPreparedStatement extends DelegatingPreparedStatement {

  ThrowingPreparedStatement(DelegatingConnection<?> connection, PreparedStatement delegate) {
    super(connection, delegate);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    PlannedFailure.onCall("setInt");
    super.setInt(index, value);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    PlannedFailure.onCall("executeQuery");
    return super.executeQuery();
  }

  @Override
  public int executeUpdate() throws SQLException {
    PlannedFailure.onCall("executeUpdate");
    return super.executeUpdate();
  }

  @Override
  public void addBatch() throws SQLException {
    PlannedFailure.onCall("addBatch");
    super.addBatch();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    PlannedFailure.onCall("executeBatch");
    return super.executeBatch();
  }

  /** Ignores a second call: the superclass closes again when it is garbage collected. */
  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      PlannedFailure.onCall("close");
    }
    super.close();
  }

  @Override
  public String toString() {
    CallCounter.count("toString");
    throw new IllegalStateException("unexpected call of toString");
  }
}
