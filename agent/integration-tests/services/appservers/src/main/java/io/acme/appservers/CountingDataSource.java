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

/** The driver's data source, which counts what reaches the driver, whoever has sent it. */
public final class CountingDataSource implements DataSource {
  /** Of the JVM: Liberty has this class in two loaders. */
  static final AtomicLong EXECUTIONS =
      (AtomicLong)
          System.getProperties().computeIfAbsent("appservers.executions", key -> new AtomicLong());

  private final JdbcDataSource behind = new JdbcDataSource();

  /** As a server makes it. */
  public CountingDataSource() {
    behind.setURL("jdbc:h2:mem:appservers;DB_CLOSE_DELAY=-1");
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counting(Connection.class, behind.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return behind.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    behind.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return behind.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    behind.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return behind.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return behind.isWrapperFor(type);
  }

  private static <T> T counting(Class<T> type, Object behind) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            new Counting(behind)));
  }

  private static final class Counting implements InvocationHandler {
    private final Object behind;

    Counting(Object behind) {
      this.behind = behind;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (behind instanceof Statement && method.getName().startsWith("execute")) {
        EXECUTIONS.incrementAndGet();
      }
      Object result;
      try {
        result = method.invoke(behind, arguments);
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
