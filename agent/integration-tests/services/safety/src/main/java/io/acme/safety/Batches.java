package io.acme.safety;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Batches of one statement, in every state that a batch can be left in. */
final class Batches {
  private Batches() {}

  /**
   * Six executions: a batch of 3 commands that fail, one of 2, one of none, one of 1 after 4 that
   * were cleared, and one of 5; and an insert whose generated keys are read.
   */
  static String run(SpiedDatabase database) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = database.open();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO words VALUES (?, 'x')")) {
      add(insert, 1, 1, 1); // The key is taken.
      try {
        insert.executeBatch();
      } catch (BatchUpdateException failed) {
        text.append(failed.getUpdateCounts().length).append(" failed\n");
      }
      add(insert, 10, 11);
      text.append(insert.executeBatch().length).append('\n');
      text.append(insert.executeBatch().length).append('\n');
      add(insert, 1, 1, 1, 1);
      insert.clearBatch();
      add(insert, 12);
      text.append(insert.executeBatch().length).append('\n');
      add(insert, 13, 14, 15, 16, 17);
      text.append(insert.executeBatch().length).append('\n');
    }
    return text + generatedKeys(database);
  }

  private static String generatedKeys(SpiedDatabase database) throws SQLException {
    try (Connection connection = database.open();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO words VALUES (20, 'y')", new String[] {"ID"})) {
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return "key " + keys.getInt(1) + "\n";
      }
    }
  }

  private static void add(PreparedStatement insert, int... keys) throws SQLException {
    for (int key : keys) {
      insert.setInt(1, key);
      insert.addBatch();
    }
  }
}
