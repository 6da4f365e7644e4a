package io.rowcall.sample.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import javax.sql.DataSource;

/** Fills an empty database. The same volumes and reference time give the same rows. */
public final class SampleData {

  private static final long SEED = 20_260_101;

  private SampleData() {}

  /**
   * Loads everything, unless there are users already.
   *
   * @param now reference time of all rows
   */
  public static void load(DataSource database, Volumes volumes, Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (hasUsers(connection)) {
        return;
      }
      connection.setAutoCommit(false);
      var context =
          new LoadContext(connection, volumes, now.truncatedTo(ChronoUnit.HOURS), new Random(SEED));
      AccountData.load(context);
      ContactData.load(context);
      MeetingData.load(context);
      IntegrationData.load(context);
      ChatData.load(context);
      EventData.load(context);
      AnalyticsData.load(context);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static boolean hasUsers(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM users")) {
      return rows.next() && rows.getLong(1) > 0;
    }
  }
}
