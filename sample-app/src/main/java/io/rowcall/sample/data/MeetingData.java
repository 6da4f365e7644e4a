package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Meetings with attendees. */
final class MeetingData {

  private MeetingData() {}

  static void load(LoadContext context) throws SQLException {
    try (var meetings =
            context.into(
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
            context.into(
                "meeting_attendees", "id", "meeting_id", "name", "email", "response_status")) {
      long meeting = 0;
      long attendee = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        for (int i = context.volumes().ownedBy(u).meetings(); i > 0; i--) {
          meeting++;
          Instant starts = context.randomTime(60);
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
          for (int a = context.volumes().attendeesPerMeeting(); a > 0; a--) {
            attendee++;
            attendees.add(
                attendee,
                meeting,
                "Attendee " + attendee,
                "attendee" + attendee + "@example.org",
                context.random().nextBoolean() ? "ACCEPTED" : "PENDING");
          }
        }
      }
    }
    context.continueIds("meetings", "meeting_attendees");
  }
}
