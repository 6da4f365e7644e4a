package io.rowcall.bench;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * No-op JDBC driver: all that remains of an execution is the agent.
 *
 * <p>Its classes are generated at run time and loaded like any other, so the agent weaves them.
 */
final class NullDriver {
  /**
   * Loader of the latest class, and parent of the next loader, which must see all earlier classes.
   */
  private ClassLoader loader = NullDriver.class.getClassLoader();

  private NullDriver() {}

  /** A connection whose statements do nothing. */
  static Connection connect() {
    return new NullDriver().connection();
  }

  private Connection connection() {
    ResultSet rows = instance(ResultSet.class, "bench.driver.Rows", Map.of());
    Map<String, Object> query = Map.of("executeQuery", rows);
    return instance(
        Connection.class,
        "bench.driver.Connection",
        Map.of(
            "createStatement", instance(Statement.class, "bench.driver.Text", query),
            "prepareCall", instance(CallableStatement.class, "bench.driver.Call", query),
            "prepareStatement",
                instance(PreparedStatement.class, "bench.driver.Statement", query)));
  }

  private <T> T instance(Class<T> type, String name, Map<String, Object> returning) {
    DynamicType.Builder<Object> builder =
        new ByteBuddy()
            .subclass(Object.class)
            .name(name)
            .implement(type)
            .intercept(StubMethod.INSTANCE);
    for (var answer : returning.entrySet()) {
      builder =
          builder
              .method(ElementMatchers.named(answer.getKey()))
              .intercept(FixedValue.reference(answer.getValue()));
    }
    try (var proxy = builder.make()) {
      Class<?> loaded = proxy.load(loader).getLoaded();
      loader = loaded.getClassLoader();
      return type.cast(loaded.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(name, impossible);
    }
  }
}
