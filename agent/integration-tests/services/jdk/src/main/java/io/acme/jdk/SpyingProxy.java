package io.acme.jdk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;

/** {@link Proxy} around data source, connections, statements and result sets that counts calls. */
final class SpyingProxy implements InvocationHandler {
  private final Object delegate;

  private SpyingProxy(Object delegate) {
    this.delegate = delegate;
  }

  static DataSource dataSource(String url) {
    InvocationHandler handler =
        (proxy, method, args) -> {
          CallCounter.count("DataSource." + method.getName());
          return wrap(DriverManager.getConnection(url), Connection.class);
        };
    return (DataSource)
        Proxy.newProxyInstance(
            SpyingProxy.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
    CallCounter.count(method.getDeclaringClass().getSimpleName() + "." + method.getName());
    try {
      return wrap(method.invoke(delegate, args), method.getReturnType());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object wrap(Object result, Class<?> type) {
    boolean jdbc =
        type == Connection.class
            || type == Statement.class
            || type == PreparedStatement.class
            || type == CallableStatement.class
            || type == ResultSet.class;
    return result == null || !jdbc
        ? result
        : Proxy.newProxyInstance(
            SpyingProxy.class.getClassLoader(), new Class<?>[] {type}, new SpyingProxy(result));
  }
}
