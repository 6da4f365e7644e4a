package io.rowcall.sample.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * Context of all loaders: target tables, volumes, reference time, and a seeded random generator.
 */
record LoadContext(Connection connection, Volumes volumes, Instant now, Random random) {

  Rows into(String table, String... columns) throws SQLException {
    return new Rows(connection, table, columns);
  }

  /** Returns a whole second within the days before now. */
  Instant randomTime(int days) {
    return now.minusSeconds(1 + random.nextInt(days * 86_400));
  }

  Instant minutesAgo(long minutes) {
    return now.minus(minutes, ChronoUnit.MINUTES);
  }

  int random(int bound) {
    return random.nextInt(bound);
  }

  /** Restarts the generated ids after the loaded ones. */
  void continueIds(String... tables) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String table : tables) {
        long next;
        try (var rows = statement.executeQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table)) {
          rows.next();
          next = rows.getLong(1);
        }
        statement.execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH " + next);
      }
    }
  }
}
