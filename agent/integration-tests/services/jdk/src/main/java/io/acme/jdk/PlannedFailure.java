package io.acme.jdk;

import java.sql.SQLException;

/** Exception that the throwing driver throws at the next call of a method. */
final class PlannedFailure {
  private static volatile String method = "";
  private static volatile Throwable throwable = new SQLException();

  private PlannedFailure() {}

  /**
   * Plans an exception of {@code kind} (sql, runtime, error) for the next call of a method, and
   * returns it.
   */
  static Throwable plan(String plannedMethod, String kind) {
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

  /** Counts a call of the driver, and throws the planned exception if it is due. */
  static void onCall(String calledMethod) throws SQLException {
    CallCounter.count(calledMethod);
    if (!calledMethod.equals(method)) {
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
