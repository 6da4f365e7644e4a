package io.rowcall.sample.integrations;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A connected calendar.
 *
 * @param lastSyncAt when its latest sync run started
 * @param upcoming events ahead
 */
record CalendarConnection(
    long id,
    String provider,
    @Nullable String account,
    String status,
    @Nullable Instant lastSyncAt,
    long upcoming) {

  /** Those that a user connected, which both forms need before they sync. */
  static List<Long> idsOf(Handle handle, String userId) {
    return handle
        .createQuery(
            "SELECT id FROM integrations WHERE user_id = ? AND integration_kind = 'CALENDAR' ORDER BY id")
        .bind(0, userId)
        .mapTo(Long.class)
        .list();
  }
}
