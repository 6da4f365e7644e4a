package io.rowcall.sample.meetings;

import java.util.Set;

/** Reads and creates a user's meetings; lists start with the newest. Pages count from 1. */
interface Meetings {

  MeetingPage page(String userId, int page, int pageSize) throws Exception;

  FieldPage fields(String userId, Set<Field> fields, int page, int pageSize) throws Exception;

  /**
   * Creates a meeting.
   *
   * @return its id
   */
  long create(String userId, NewMeeting meeting) throws Exception;
}
