package io.acme.jdk;

import java.sql.SQLException;

/**
 * The exception that the throwing driver throws when the application next reaches a method of it.
 */
final class Planned {
  private static volatile String method = "";
  private static volatile Throwable throwable = new SQLException();

  private Planned() {}

  /**
   * Plans {@code kind} (sql, runtime, error) for the next call of {@code method}, and gives what
   * will be thrown.
   */
  static Throwable at(String plannedMethod, String kind) {
    String message = "planned in " + plannedMethod;
    switch (kind) {
      case "sql":
        throwable = new SQLException(message, "99999", 42);
        break;
      case "runtime":
        throwable = new IllegalArgumentException(message);
        break;
      case "error":
        throwable = new StackOverflowError(message);
        break;
      default:
        throw new IllegalArgumentException("no such kind: " + kind);
    }
    method = plannedMethod;
    return throwable;
  }

  /** Called first by every method of the driver. */
  static void reached(String reachedMethod) throws SQLException {
    Calls.count(reachedMethod);
    if (!reachedMethod.equals(method)) {
      return;
    }
    method = "";
    Throwable planned = throwable;
    if (planned instanceof SQLException) {
      throw (SQLException) planned;
    }
    if (planned instanceof RuntimeException) {
      throw (RuntimeException) planned;
    }
    throw (Error) planned;
  }
}
