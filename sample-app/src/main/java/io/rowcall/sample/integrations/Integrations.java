package io.rowcall.sample.integrations;

import java.time.Instant;
import java.util.List;

/**
 * Reads a user's integrations and calendars, and takes over what a calendar's sync brings. Pages
 * count from 1.
 */
interface Integrations {

  Page<Integration> list(String userId, int page, int pageSize) throws Exception;

  List<CalendarConnection> calendars(String userId);

  Page<CalendarEvent> events(String userId, int page, int pageSize) throws Exception;

  /** What changed after a moment, oldest change first. */
  Delta changedSince(String userId, Instant since);

  /**
   * @return how many events the sync brought
   */
  int sync(String userId, int events);

  /** The rows of one page, and how many there are on all pages. */
  record Page<T>(List<T> rows, long total) {}

  /** Ids of the events that changed, and of those that were deleted. */
  record Delta(List<Long> changed, List<Long> deleted) {}
}
