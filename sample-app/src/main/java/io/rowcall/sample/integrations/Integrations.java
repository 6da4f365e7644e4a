package io.rowcall.sample.integrations;

import java.time.Instant;
import java.util.List;

/**
 * Reads a user's integrations and calendars, and stores the events of a sync. Pages count from 1.
 */
interface Integrations {

  Page<Integration> list(String userId, int page, int pageSize) throws Exception;

  List<CalendarConnection> calendars(String userId);

  Page<CalendarEvent> events(String userId, int page, int pageSize) throws Exception;

  /** Returns what changed after a moment, oldest change first. */
  Delta changedSince(String userId, Instant since);

  /**
   * Syncs the calendars.
   *
   * @return the number of events
   */
  int sync(String userId, int events);

  /** Rows of one page, and the total number. */
  record Page<T>(List<T> rows, long total) {}

  /** Ids of changed and of deleted events. */
  record Delta(List<Long> changed, List<Long> deleted) {}
}
