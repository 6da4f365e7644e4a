package io.rowcall.sample.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Inserts rows into one table, in batches of a thousand. */
final class Rows implements AutoCloseable {

  private static final int BATCH = 1000;

  private final PreparedStatement insert;
  private int pending;

  Rows(Connection connection, String table, String... columns) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.length, "?"))
                + ")");
  }

  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      @Nullable Object value = values[i];
      insert.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
    insert.addBatch();
    if (++pending == BATCH) {
      flush();
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    pending = 0;
  }

  @Override
  public void close() throws SQLException {
    if (pending > 0) {
      flush();
    }
    insert.close();
  }
}
