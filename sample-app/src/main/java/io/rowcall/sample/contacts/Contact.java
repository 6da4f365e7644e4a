package io.rowcall.sample.contacts;

import io.rowcall.sample.db.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contact with its newest activities.
 *
 * @param activities at most five, newest first
 */
record Contact(
    long id,
    String name,
    @Nullable String email,
    @Nullable String organisation,
    boolean addedToCampaign,
    int warmnessScore,
    @Nullable Instant lastContacted,
    Instant createdAt,
    List<Activity> activities) {

  static final int ACTIVITIES = 5;

  static Contact from(ResultSet row) throws SQLException {
    return new Contact(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("organisation"),
        row.getBoolean("added_to_campaign"),
        row.getInt("warmness_score"),
        Columns.instantOrNull(row, "last_contacted"),
        Columns.instant(row, "created_at"),
        List.of());
  }

  Contact with(List<Activity> newest) {
    return new Contact(
        id,
        name,
        email,
        organisation,
        addedToCampaign,
        warmnessScore,
        lastContacted,
        createdAt,
        newest);
  }
}
