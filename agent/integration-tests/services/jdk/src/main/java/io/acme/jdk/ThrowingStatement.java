package io.acme.jdk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingStatement;

/** A plain statement of the throwing driver. */
final class ThrowingStatement extends DelegatingStatement {

  ThrowingStatement(DelegatingConnection<?> connection, Statement behind) {
    super(connection, behind);
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    Planned.reached("execute");
    return super.execute(sql);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    Planned.reached("executeQuery(String)");
    return super.executeQuery(sql);
  }

  @Override
  public String toString() {
    Calls.count("toString");
    throw new IllegalStateException("nobody may ask for a text");
  }
}
