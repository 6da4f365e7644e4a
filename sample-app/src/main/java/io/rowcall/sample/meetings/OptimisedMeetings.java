package io.rowcall.sample.meetings;

import io.rowcall.sample.db.Parallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads one page joined with its attendees, and the total at the same time: 2 statements. */
final class OptimisedMeetings implements Meetings {

  private final Jdbi jdbi;
  private final Parallel parallel;

  OptimisedMeetings(Jdbi jdbi, Parallel parallel) {
    this.jdbi = jdbi;
    this.parallel = parallel;
  }

  @Override
  public MeetingPage page(String userId, int page, int pageSize) throws Exception {
    return parallel.both(
        () -> meetings(userId, page, pageSize), () -> count(userId), MeetingPage::new);
  }

  private List<Meeting> meetings(String userId, int page, int pageSize) {
    Map<Long, Meeting> meetings = new LinkedHashMap<>();
    Map<Long, List<Attendee>> attendees = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT m.id, m.title, m.meeting_status, m.starts_at, m.ends_at, m.created_at,
                           a.id AS attendee_id, a.name, a.email, a.response_status
                    FROM (SELECT id, title, meeting_status, starts_at, ends_at, created_at
                          FROM meetings
                          WHERE user_id = ?
                          ORDER BY created_at DESC, id DESC
                          LIMIT ? OFFSET ?) m
                    LEFT JOIN meeting_attendees a ON a.meeting_id = m.id
                    ORDER BY m.created_at DESC, m.id DESC, a.id
                    """)
                .bind(0, userId)
                .bind(1, pageSize)
                .bind(2, (page - 1) * pageSize)
                .map(
                    (row, context) -> {
                      Meeting meeting = Meeting.from(row);
                      meetings.putIfAbsent(meeting.id(), meeting);
                      List<Attendee> invited =
                          attendees.computeIfAbsent(meeting.id(), id -> new ArrayList<>());
                      long attendeeId = row.getLong("attendee_id");
                      if (!row.wasNull()) {
                        invited.add(
                            new Attendee(
                                attendeeId,
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("response_status")));
                      }
                      return meeting.id();
                    })
                .list());
    return meetings.values().stream()
        .map(meeting -> meeting.with(attendees.getOrDefault(meeting.id(), List.of())))
        .toList();
  }

  private long count(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM meetings WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Long.class)
                .one());
  }
}
