package io.rowcall.sample.auth;

import io.rowcall.sample.db.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * User of the service.
 *
 * @param pipedriveApiKey a secret: it never appears in a response or a log
 */
public record User(
    String id,
    String name,
    String email,
    String role,
    @Nullable String pipedriveApiKey,
    @Nullable Instant lastSyncAt,
    String syncStatus) {

  static User from(ResultSet row) throws SQLException {
    return new User(
        row.getString("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("role"),
        row.getString("pipedrive_api_key"),
        Columns.instantOrNull(row, "last_sync_at"),
        row.getString("sync_status"));
  }

  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
