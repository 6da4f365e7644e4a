package io.rowcall.sample.meetings;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads every meeting, then the attendees of each, and keeps one page of them: 1 + N statements.
 */
final class BaselineMeetings implements Meetings {

  private final Jdbi jdbi;

  BaselineMeetings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public MeetingPage page(String userId, int page, int pageSize) {
    return jdbi.withHandle(
        handle -> {
          List<Meeting> meetings =
              handle
                  .createQuery(
                      "SELECT * FROM meetings WHERE user_id = ? ORDER BY created_at DESC, id DESC")
                  .bind(0, userId)
                  .map((row, context) -> Meeting.from(row))
                  .list();
          List<Meeting> complete = new ArrayList<>();
          for (Meeting meeting : meetings) {
            complete.add(meeting.with(attendees(handle, meeting.id())));
          }
          int from = Math.min((page - 1) * pageSize, complete.size());
          int to = Math.min(from + pageSize, complete.size());
          return new MeetingPage(List.copyOf(complete.subList(from, to)), complete.size());
        });
  }

  private static List<Attendee> attendees(Handle handle, long meetingId) {
    return handle
        .createQuery("SELECT * FROM meeting_attendees WHERE meeting_id = ? ORDER BY id")
        .bind(0, meetingId)
        .map(
            (row, context) ->
                new Attendee(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("response_status")))
        .list();
  }
}
