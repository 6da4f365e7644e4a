package io.acme.appservers;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Data source of the driver that counts the executions that reach the driver. */
public final class CountingDataSource implements DataSource {
  /** Shared in the JVM, because Liberty loads this class twice. */
  static final AtomicLong EXECUTIONS =
      (AtomicLong)
          System.getProperties().computeIfAbsent("appservers.executions", key -> new AtomicLong());

  private final JdbcDataSource delegate = new JdbcDataSource();

  /** Called by the server. */
  public CountingDataSource() {
    delegate.setURL("jdbc:h2:mem:appservers;DB_CLOSE_DELAY=-1");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counting(Connection.class, delegate.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return delegate.isWrapperFor(type);
  }

  private static <T> T counting(Class<T> type, Object delegate) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            new Counting(delegate)));
  }

  private static final class Counting implements InvocationHandler {
    private final Object delegate;

    Counting(Object delegate) {
      this.delegate = delegate;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (delegate instanceof Statement && method.getName().startsWith("execute")) {
        EXECUTIONS.incrementAndGet();
      }
      Object result;
      try {
        result = method.invoke(delegate, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
      if (result instanceof PreparedStatement
          && method.getReturnType() == PreparedStatement.class) {
        return counting(PreparedStatement.class, result);
      }
      if (result instanceof Statement && method.getReturnType() == Statement.class) {
        return counting(Statement.class, result);
      }
      return result;
    }
  }
}
