package io.rowcall.sample.meetings;

import io.rowcall.sample.db.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Meeting with its attendees. */
record Meeting(
    long id,
    String title,
    String status,
    Instant startsAt,
    Instant endsAt,
    Instant createdAt,
    List<Attendee> attendees) {

  static Meeting from(ResultSet row) throws SQLException {
    return new Meeting(
        row.getLong("id"),
        row.getString("title"),
        row.getString("meeting_status"),
        Columns.instant(row, "starts_at"),
        Columns.instant(row, "ends_at"),
        Columns.instant(row, "created_at"),
        List.of());
  }

  Meeting with(List<Attendee> invited) {
    return new Meeting(id, title, status, startsAt, endsAt, createdAt, invited);
  }

  Object value(Field field) {
    return switch (field) {
      case ID -> id;
      case TITLE -> title;
      case DATE -> startsAt;
      case END -> endsAt;
      case STATUS -> status;
      case CREATED -> createdAt;
    };
  }
}
