package io.rowcall.sample.meetings;

import io.rowcall.sample.db.Parallel;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Baseline except for its loop: reads the attendees of several meetings at the same time. */
final class ParallelMeetings extends BaselineMeetings {

  private final Jdbi jdbi;
  private final Parallel parallel;

  ParallelMeetings(Jdbi jdbi, Parallel parallel, Clock clock) {
    super(jdbi, clock);
    this.jdbi = jdbi;
    this.parallel = parallel;
  }

  @Override
  List<Meeting> meetingsWithAttendees(String userId) throws Exception {
    List<Meeting> meetings = jdbi.withHandle(handle -> meetings(handle, userId));
    return parallel.each(
        meetings,
        meeting -> jdbi.withHandle(handle -> meeting.with(attendees(handle, meeting.id()))));
  }
}
