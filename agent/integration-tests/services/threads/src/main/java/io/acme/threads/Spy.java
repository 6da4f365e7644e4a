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

/** A driver in front of another one ({@code spy:} before its URL) that counts all executions. */
public final class Spy implements Driver {
  static final String PREFIX = "spy:";
  static final AtomicLong EXECUTIONS = new AtomicLong();

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    return acceptsURL(url)
        ? new Spied(DriverManager.getConnection(url.substring(PREFIX.length()), properties))
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

  private static final class Spied extends DelegatingConnection<Connection> {
    Spied(Connection behind) {
      super(behind);
    }

    @Override
    public Statement createStatement() throws SQLException {
      return new Plain(this, getDelegate().createStatement());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
      return new Prepared(this, getDelegate().prepareStatement(sql));
    }
  }

  private static final class Plain extends DelegatingStatement {
    Plain(DelegatingConnection<?> connection, Statement behind) {
      super(connection, behind);
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

  private static final class Prepared extends DelegatingPreparedStatement {
    Prepared(DelegatingConnection<?> connection, PreparedStatement behind) {
      super(connection, behind);
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
