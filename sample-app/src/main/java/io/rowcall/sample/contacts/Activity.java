package io.rowcall.sample.contacts;

import io.rowcall.sample.db.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Interaction with a contact: a call, an e-mail, a meeting. */
record Activity(long id, String type, String subject, Instant createdAt) {

  static Activity from(ResultSet row) throws SQLException {
    return new Activity(
        row.getLong("id"),
        row.getString("activity_type"),
        row.getString("subject"),
        Columns.instant(row, "created_at"));
  }
}
