package io.acme.threads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Runs and counts the queries of one request. Thread-safe. */
final class RequestQueries {
  private final DataSource database;
  private final AtomicInteger count = new AtomicInteger();

  RequestQueries(DataSource database) {
    this.database = database;
  }

  /** One execution. */
  void select() {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT name FROM things WHERE id = ?")) {
      query.setInt(1, 7);
      read(query.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One execution with a literal. */
  void selectLiteral(int id) {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement()) {
      read(query.executeQuery("SELECT name FROM things WHERE id = " + id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One execution of a batch of {@code size}. */
  void updateBatch(int size) {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE things SET name = ? WHERE id = ?")) {
      for (int i = 0; i < size; i++) {
        update.setString(1, "thing");
        update.setInt(2, i);
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One execution that fails. */
  void fail() {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        Statement insert = connection.createStatement()) {
      insert.executeUpdate("INSERT INTO things VALUES (1, 'again')");
      throw new IllegalStateException("the duplicate key was accepted");
    } catch (SQLException expected) {
      // The key exists.
    }
  }

  /** Counts an execution that the caller makes itself. */
  void increment() {
    count.incrementAndGet();
  }

  /** Returns the number of executions so far. */
  int count() {
    return count.get();
  }

  private static void read(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getString(1);
    }
  }
}
