package io.acme.jdk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Calls every method of the throwing driver once. */
final class ThrowingDriverProbe {
  private ThrowingDriverProbe() {}

  /** Describes the caught exception, and whether it is the object that the driver threw. */
  static String run(String url, String method, String kind) {
    Throwable planned = PlannedFailure.plan(method, kind);
    try {
      callAll(url);
      return "nothing caught\n";
    } catch (SQLException | RuntimeException | StackOverflowError e) {
      return "same object: "
          + (e == planned)
          + "; "
          + e.getClass().getName()
          + ": "
          + e.getMessage()
          + "; suppressed: "
          + e.getSuppressed().length
          + "\n";
    }
  }

  private static void callAll(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(ThrowingDriver.PREFIX + url)) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT customer FROM orders WHERE id = ?")) {
        select.setInt(1, 1);
        try (ResultSet orders = select.executeQuery()) {
          orders.next();
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO notes (order_id, note) VALUES (?, 'x')")) {
        insert.setInt(1, 1);
        insert.executeUpdate();
        insert.addBatch();
        insert.executeBatch();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1");
      }
    }
  }
}
