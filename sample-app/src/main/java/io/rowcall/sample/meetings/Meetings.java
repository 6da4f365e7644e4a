package io.rowcall.sample.meetings;

/** Reads a user's meetings, the newest first. */
interface Meetings {

  /**
   * @param page from 1
   */
  MeetingPage page(String userId, int page, int pageSize) throws Exception;
}
