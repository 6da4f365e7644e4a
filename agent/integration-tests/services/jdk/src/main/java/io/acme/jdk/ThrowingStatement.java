package io.acme.jdk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingStatement;

/** Plain statement of the throwing driver. */
final class ThrowingStatement extends DelegatingStatement {

  ThrowingStatement(DelegatingConnection<?> connection, Statement delegate) {
    super(connection, delegate);
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    PlannedFailure.onCall("execute");
    return super.execute(sql);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    PlannedFailure.onCall("executeQuery(String)");
    return super.executeQuery(sql);
  }

  @Override
  public String toString() {
    CallCounter.count("toString");
    throw new IllegalStateException("unexpected call of toString");
  }
}
