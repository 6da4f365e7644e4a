package io.rowcall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A JDBC driver whose every method returns at once: what remains of an execution is the agent.
 *
 * <p>Its classes are made at run time and loaded like any other, so the agent weaves them.
 */
final class NullDriver {
  private NullDriver() {}

  /** A connection whose statements do nothing. */
  static Connection connect() {
    ResultSet rows = instance(ResultSet.class, "bench.driver.Rows", null, null);
    PreparedStatement statement =
        instance(PreparedStatement.class, "bench.driver.Statement", "executeQuery", rows);
    return instance(Connection.class, "bench.driver.Connection", "prepareStatement", statement);
  }

  private static <T> T instance(
      Class<T> type,
      String name,
      @org.jspecify.annotations.Nullable String returning,
      @org.jspecify.annotations.Nullable Object value) {
    var builder =
        new ByteBuddy()
            .subclass(Object.class)
            .name(name)
            .implement(type)
            .intercept(StubMethod.INSTANCE);
    if (returning != null && value != null) {
      builder =
          builder.method(ElementMatchers.named(returning)).intercept(FixedValue.reference(value));
    }
    try (var made = builder.make()) {
      return type.cast(
          made.load((value == null ? NullDriver.class : value.getClass()).getClassLoader())
              .getLoaded()
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(name, impossible);
    }
  }
}
