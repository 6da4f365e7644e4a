package io.rowcall.sample.integrations;

import io.rowcall.sample.db.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Calendar event with its guests. */
record CalendarEvent(
    long id, String title, Instant startsAt, Instant endsAt, List<Guest> attendees) {

  /** Guest of an event. */
  record Guest(String email, String responseStatus) {}

  static CalendarEvent from(ResultSet row) throws SQLException {
    return new CalendarEvent(
        row.getLong("id"),
        row.getString("title"),
        Columns.instant(row, "starts_at"),
        Columns.instant(row, "ends_at"),
        List.of());
  }

  CalendarEvent with(List<Guest> guests) {
    return new CalendarEvent(id, title, startsAt, endsAt, guests);
  }
}
