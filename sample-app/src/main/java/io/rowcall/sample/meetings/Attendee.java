package io.rowcall.sample.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Attendee of a meeting. */
record Attendee(long id, String name, String email, String responseStatus) {

  static Attendee from(ResultSet row) throws SQLException {
    return new Attendee(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("response_status"));
  }
}
