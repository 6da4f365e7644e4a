package io.rowcall.sample.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads instants, which JDBC only knows as timestamps with an offset. */
public final class Columns {

  private Columns() {}

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /**
   * Reads an instant.
   *
   * @throws SQLException if the column is null
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant value = instantOrNull(row, column);
    if (value == null) {
      throw new SQLException(column + " is null");
    }
    return value;
  }
}
