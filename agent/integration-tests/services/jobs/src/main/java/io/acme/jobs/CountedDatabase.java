package io.acme.jobs;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Database that keeps its own count of executions, behind proxies of its connections. */
public final class CountedDatabase {
  private static final AtomicLong EXECUTIONS = new AtomicLong();
  private static final DataSource SOURCE = (DataSource) counted(DataSource.class, database());

  private CountedDatabase() {}

  public static DataSource source() {
    return SOURCE;
  }

  public static long executions() {
    return EXECUTIONS.get();
  }

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:jobs;DB_CLOSE_DELAY=-1");
    return database;
  }

  private static Object counted(Class<?> type, Object target) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (target instanceof Statement && method.getName().startsWith("execute")) {
            EXECUTIONS.incrementAndGet();
          }
          Object result = invoke(target, method, arguments);
          Class<?> returned = method.getReturnType();
          return returned == Connection.class
                  || returned == Statement.class
                  || returned == PreparedStatement.class
              ? counted(returned, result)
              : result;
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
