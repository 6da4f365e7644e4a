package io.rowcall.sample.meetings;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.HttpError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads one page joined with its attendees and, at the same time, the total: 2 statements. */
final class OptimizedMeetings implements Meetings {

  private final Jdbi jdbi;
  private final Parallel parallel;

  private final Clock clock;

  OptimizedMeetings(Jdbi jdbi, Parallel parallel, Clock clock) {
    this.jdbi = jdbi;
    this.parallel = parallel;
    this.clock = clock;
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

  @Override
  public FieldPage fields(String userId, Set<Field> fields, int page, int pageSize)
      throws Exception {
    return parallel.both(
        () -> rows(userId, fields, page, pageSize), () -> count(userId), FieldPage::new);
  }

  private List<Map<String, Object>> rows(String userId, Set<Field> fields, int page, int pageSize) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT <columns> FROM meetings
                    WHERE user_id = ?
                    ORDER BY created_at DESC, id DESC
                    LIMIT ? OFFSET ?
                    """)
                .define(
                    "columns", fields.stream().map(Field::column).collect(Collectors.joining(", ")))
                .bind(0, userId)
                .bind(1, pageSize)
                .bind(2, (page - 1) * pageSize)
                .map((row, context) -> values(row, fields))
                .list());
  }

  private static Map<String, Object> values(ResultSet row, Set<Field> fields) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      values.put(
          field.label(),
          switch (field) {
            case ID -> row.getLong(field.column());
            case TITLE, STATUS -> row.getString(field.column());
            case DATE, END, CREATED -> Columns.instant(row, field.column());
          });
    }
    return values;
  }

  /**
   * Runs all checks in one statement, then inserts the meeting and a batch of attendees: 3
   * statements, one transaction.
   */
  @Override
  public long create(String userId, NewMeeting meeting) {
    return jdbi.inTransaction(
        handle -> {
          checks(handle, userId, meeting).require();
          long id = MeetingInsert.meeting(handle, userId, meeting, clock.instant());
          var batch =
              handle.prepareBatch(
                  "INSERT INTO meeting_attendees (meeting_id, name, email) VALUES (?, ?, ?)");
          for (NewMeeting.Invited invited : meeting.attendees()) {
            batch.add(id, invited.name(), invited.email());
          }
          if (!meeting.attendees().isEmpty()) {
            batch.execute();
          }
          return id;
        });
  }

  private Checks checks(Handle handle, String userId, NewMeeting meeting) {
    return handle
        .createQuery(
            """
            SELECT p.meetings_limit,
                   (SELECT COUNT(*) FROM meetings m
                    WHERE m.user_id = u.id AND m.created_at >= ?) AS used,
                   (SELECT COUNT(*) FROM meetings m
                    WHERE m.user_id = u.id AND m.starts_at < ? AND m.ends_at > ?) AS overlapping
            FROM users u
            JOIN subscriptions s ON s.user_id = u.id AND s.status = 'ACTIVE'
            JOIN plans p ON p.code = s.plan_code
            WHERE u.id = ?
            """)
        .bind(0, MonthStart.of(clock))
        .bind(1, meeting.endsAt())
        .bind(2, meeting.startsAt())
        .bind(3, userId)
        .map(
            (row, context) ->
                new Checks(
                    row.getInt("meetings_limit"), row.getLong("used"), row.getLong("overlapping")))
        .findOne()
        .orElseThrow(() -> HttpError.notFound("there is no user " + userId));
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
