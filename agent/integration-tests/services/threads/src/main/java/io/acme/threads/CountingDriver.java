package io.acme.threads;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.DelegatingStatement;

/** Driver that delegates to another one, whose URL follows {@code spy:}, and counts executions. */
public final class CountingDriver implements Driver {
  static final String PREFIX = "spy:";
  static final AtomicLong EXECUTIONS = new AtomicLong();

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    return acceptsURL(url)
        ? new CountingConnection(
            DriverManager.getConnection(url.substring(PREFIX.length()), properties))
        : null;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  private static final class CountingConnection extends DelegatingConnection<Connection> {
    CountingConnection(Connection delegate) {
      super(delegate);
    }

    @Override
    public Statement createStatement() throws SQLException {
      return new CountingStatement(this, getDelegate().createStatement());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
      return new CountingPreparedStatement(this, getDelegate().prepareStatement(sql));
    }
  }

  private static final class CountingStatement extends DelegatingStatement {
    CountingStatement(DelegatingConnection<?> connection, Statement delegate) {
      super(connection, delegate);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.executeQuery(sql);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.executeUpdate(sql);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.execute(sql);
    }
  }

  private static final class CountingPreparedStatement extends DelegatingPreparedStatement {
    CountingPreparedStatement(DelegatingConnection<?> connection, PreparedStatement delegate) {
      super(connection, delegate);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.executeQuery();
    }

    @Override
    public int executeUpdate() throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.executeUpdate();
    }

    @Override
    public int[] executeBatch() throws SQLException {
      EXECUTIONS.incrementAndGet();
      return super.executeBatch();
    }
  }
}
