package io.acme.threads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Asks the database for one request, and knows how often it has. Any thread. */
final class Asking {
  private final DataSource database;
  private final AtomicInteger count = new AtomicInteger();

  Asking(DataSource database) {
    this.database = database;
  }

  /** One execution. */
  void ask() {
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

  /** One execution of a text. */
  void askByText(int id) {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement()) {
      read(query.executeQuery("SELECT name FROM things WHERE id = " + id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One execution of a batch of {@code size}. */
  void change(int size) {
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

  /** One execution that the database refuses. */
  void fail() {
    count.incrementAndGet();
    try (Connection connection = database.getConnection();
        Statement insert = connection.createStatement()) {
      insert.executeUpdate("INSERT INTO things VALUES (1, 'again')");
      throw new IllegalStateException("a second thing of the same id");
    } catch (SQLException refused) {
      // As planned.
    }
  }

  /** Somebody is about to execute once for it. */
  void counts() {
    count.incrementAndGet();
  }

  /** How often it has asked so far. */
  int count() {
    return count.get();
  }

  private static void read(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getString(1);
    }
  }
}
