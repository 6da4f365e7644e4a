package io.rowcall.sample.integrations;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Connected calendar.
 *
 * @param lastSyncAt start of its latest sync run
 * @param upcoming number of future events
 */
record CalendarConnection(
    long id,
    String provider,
    @Nullable String account,
    String status,
    @Nullable Instant lastSyncAt,
    long upcoming) {

  /** Returns the ids of a user's calendars, which both forms need before a sync. */
  static List<Long> idsOf(Handle handle, String userId) {
    return handle
        .createQuery(
            "SELECT id FROM integrations WHERE user_id = ? AND integration_kind = 'CALENDAR' ORDER BY id")
        .bind(0, userId)
        .mapTo(Long.class)
        .list();
  }
}
