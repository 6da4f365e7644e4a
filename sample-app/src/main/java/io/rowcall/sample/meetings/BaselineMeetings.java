package io.rowcall.sample.meetings;

import io.rowcall.sample.http.HttpError;
import io.rowcall.sample.http.Pages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads every meeting, then the attendees of each, and returns one page: 1 + N statements. */
class BaselineMeetings implements Meetings {

  private final Jdbi jdbi;
  private final Clock clock;

  BaselineMeetings(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public MeetingPage page(String userId, int page, int pageSize) throws Exception {
    List<Meeting> meetings = meetingsWithAttendees(userId);
    return new MeetingPage(new Pages(page, pageSize).slice(meetings), meetings.size());
  }

  @Override
  public FieldPage fields(String userId, Set<Field> fields, int page, int pageSize)
      throws Exception {
    List<Meeting> meetings = meetingsWithAttendees(userId);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Meeting meeting : new Pages(page, pageSize).slice(meetings)) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Field field : fields) {
        row.put(field.label(), meeting.value(field));
      }
      rows.add(row);
    }
    return new FieldPage(rows, meetings.size());
  }

  List<Meeting> meetingsWithAttendees(String userId) throws Exception {
    return jdbi.withHandle(
        handle -> {
          List<Meeting> complete = new ArrayList<>();
          for (Meeting meeting : meetings(handle, userId)) {
            complete.add(meeting.with(attendees(handle, meeting.id())));
          }
          return complete;
        });
  }

  static List<Meeting> meetings(Handle handle, String userId) {
    return handle
        .createQuery("SELECT * FROM meetings WHERE user_id = ? ORDER BY created_at DESC, id DESC")
        .bind(0, userId)
        .map((row, context) -> Meeting.from(row))
        .list();
  }

  static List<Attendee> attendees(Handle handle, long meetingId) {
    return handle
        .createQuery("SELECT * FROM meeting_attendees WHERE meeting_id = ? ORDER BY id")
        .bind(0, meetingId)
        .map((row, context) -> Attendee.from(row))
        .list();
  }

  /**
   * Runs one check after the other, then inserts the meeting and each attendee: 5 + a statements.
   */
  @Override
  public long create(String userId, NewMeeting meeting) {
    return jdbi.withHandle(
        handle -> {
          var user =
              handle
                  .createQuery("SELECT * FROM users WHERE id = ?")
                  .bind(0, userId)
                  .mapToMap()
                  .findOne();
          if (user.isEmpty()) {
            throw HttpError.notFound("there is no user " + userId);
          }
          int limit =
              handle
                  .createQuery(
                      """
                      SELECT p.meetings_limit FROM subscriptions s JOIN plans p ON p.code = s.plan_code
                      WHERE s.user_id = ? AND s.status = 'ACTIVE'
                      """)
                  .bind(0, userId)
                  .mapTo(Integer.class)
                  .one();
          long used =
              handle
                  .createQuery(
                      "SELECT COUNT(*) FROM meetings WHERE user_id = ? AND created_at >= ?")
                  .bind(0, userId)
                  .bind(1, MonthStart.of(clock))
                  .mapTo(Long.class)
                  .one();
          long overlapping =
              handle
                  .createQuery(
                      "SELECT COUNT(*) FROM meetings WHERE user_id = ? AND starts_at < ? AND ends_at > ?")
                  .bind(0, userId)
                  .bind(1, meeting.endsAt())
                  .bind(2, meeting.startsAt())
                  .mapTo(Long.class)
                  .one();
          new Checks(limit, used, overlapping).require();
          Instant now = clock.instant();
          long id = MeetingInsert.meeting(handle, userId, meeting, now);
          for (NewMeeting.Invited invited : meeting.attendees()) {
            handle
                .createUpdate(
                    "INSERT INTO meeting_attendees (meeting_id, name, email) VALUES (?, ?, ?)")
                .bind(0, id)
                .bind(1, invited.name())
                .bind(2, invited.email())
                .execute();
          }
          return id;
        });
  }
}
