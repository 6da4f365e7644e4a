package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Meetings that were held, with those who were invited. */
final class MeetingData {

  private MeetingData() {}

  static void load(LoadContext loading) throws SQLException {
    try (var meetings =
            loading.into(
                "meetings",
                "id",
                "user_id",
                "title",
                "description",
                "meeting_status",
                "starts_at",
                "ends_at",
                "created_at",
                "updated_at");
        var attendees =
            loading.into(
                "meeting_attendees", "id", "meeting_id", "name", "email", "response_status")) {
      long meeting = 0;
      long attendee = 0;
      for (int u = 0; u < loading.volumes().users(); u++) {
        for (int i = loading.volumes().of(u).meetings(); i > 0; i--) {
          meeting++;
          Instant starts = loading.before(60);
          meetings.add(
              meeting,
              Volumes.userId(u),
              "Meeting " + meeting,
              "What was said in meeting " + meeting,
              "COMPLETED",
              starts,
              starts.plus(30, ChronoUnit.MINUTES),
              starts.minus(7, ChronoUnit.DAYS),
              starts);
          for (int a = loading.volumes().attendeesPerMeeting(); a > 0; a--) {
            attendee++;
            attendees.add(
                attendee,
                meeting,
                "Attendee " + attendee,
                "attendee" + attendee + "@example.org",
                loading.random().nextBoolean() ? "ACCEPTED" : "PENDING");
          }
        }
      }
    }
    loading.continueIds("meetings", "meeting_attendees");
  }
}
