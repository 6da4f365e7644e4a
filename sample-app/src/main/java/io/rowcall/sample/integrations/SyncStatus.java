package io.rowcall.sample.integrations;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Records that a user's calendars were synced; shared by both forms. */
final class SyncStatus {

  private SyncStatus() {}

  static void update(Handle handle, String userId, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE integrations SET status = 'CONNECTED', updated_at = ?
            WHERE user_id = ? AND integration_kind = 'CALENDAR'
            """)
        .bind(0, now)
        .bind(1, userId)
        .execute();
  }
}
