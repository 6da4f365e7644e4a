package io.rowcall.sample.meetings;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Insert of a meeting's row; shared by both forms. */
final class MeetingInsert {

  private MeetingInsert() {}

  /**
   * Inserts the row.
   *
   * @return the generated id
   */
  static long meeting(Handle handle, String userId, NewMeeting meeting, Instant now) {
    return handle
        .createUpdate(
            """
            INSERT INTO meetings (user_id, title, starts_at, ends_at, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .bind(0, userId)
        .bind(1, meeting.title())
        .bind(2, meeting.startsAt())
        .bind(3, meeting.endsAt())
        .bind(4, now)
        .bind(5, now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }
}
