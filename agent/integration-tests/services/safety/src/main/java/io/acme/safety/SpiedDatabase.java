package io.acme.safety;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** Database behind proxies that count the executions that reach its driver. */
final class SpiedDatabase {
  private static final AtomicLong EXECUTIONS = new AtomicLong();

  private final String url;

  /** Creates the table, with two executions. */
  SpiedDatabase(String url) throws SQLException {
    this.url = url;
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE words (id INT PRIMARY KEY, word VARCHAR(20))");
      statement.execute("INSERT INTO words VALUES (1, 'one')");
    }
  }

  /**
   * The database in the system property {@code safety.url}, by default an in-memory H2; {@code
   * safety.driver} is its driver, if it does not register itself.
   */
  static SpiedDatabase create() throws SQLException, ClassNotFoundException {
    Class.forName(System.getProperty("safety.driver", "org.h2.Driver"));
    return new SpiedDatabase(
        System.getProperty("safety.url", "jdbc:h2:mem:safety;DB_CLOSE_DELAY=-1"));
  }

  Connection open() throws SQLException {
    return (Connection) spied(Connection.class, DriverManager.getConnection(url));
  }

  /** Counts an execution by a driver of its own. */
  static void onExecution() {
    EXECUTIONS.incrementAndGet();
  }

  static long executions() {
    return EXECUTIONS.get();
  }

  /** One execution. */
  String word(int id) throws SQLException {
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("SELECT word FROM words WHERE id = ?")) {
      select.setInt(1, id);
      try (ResultSet words = select.executeQuery()) {
        return words.next() ? words.getString(1) : "none";
      }
    }
  }

  private static Object spied(Class<?> type, Object target) {
    return Proxy.newProxyInstance(
        SpiedDatabase.class.getClassLoader(), new Class<?>[] {type}, new Spy(type, target));
  }

  /** Counts executions of statements. */
  private static final class Spy implements InvocationHandler {
    private final Class<?> type;
    private final Object target;

    Spy(Class<?> type, Object target) {
      this.type = type;
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (Statement.class.isAssignableFrom(type) && method.getName().startsWith("execute")) {
        onExecution();
      }
      Class<?> returned = method.getReturnType();
      Object result = call(method, arguments);
      return returned == Connection.class
              || returned == Statement.class
              || returned == PreparedStatement.class
          ? spied(returned, result)
          : result;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
