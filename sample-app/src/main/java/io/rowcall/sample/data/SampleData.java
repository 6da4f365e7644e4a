package io.rowcall.sample.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import javax.sql.DataSource;

/** Fills an empty database. The same volumes and the same moment give the same rows. */
public final class SampleData {

  private final Connection connection;
  private final Volumes volumes;
  private final Instant now;
  private final Random random = new Random(20_260_101);

  private SampleData(Connection connection, Volumes volumes, Instant now) {
    this.connection = connection;
    this.volumes = volumes;
    this.now = now;
  }

  /**
   * Loads everything, unless there are users already.
   *
   * @param now the rows' times lie around this moment
   */
  public static void load(DataSource database, Volumes volumes, Instant now) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (hasUsers(connection)) {
        return;
      }
      connection.setAutoCommit(false);
      new SampleData(connection, volumes, now.truncatedTo(ChronoUnit.HOURS)).loadAll();
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

  private void loadAll() throws SQLException {
    users();
    contacts();
    meetings();
    for (String table : new String[] {"contacts", "activities", "meetings", "meeting_attendees"}) {
      continueIds(table);
    }
  }

  private void users() throws SQLException {
    try (var users =
            new Rows(
                connection,
                "users",
                "id",
                "name",
                "email",
                "role",
                "pipedrive_api_key",
                "last_sync_at",
                "sync_status");
        var sessions =
            new Rows(connection, "auth_sessions", "session_key", "user_id", "expires_at")) {
      for (int u = 0; u < volumes.users(); u++) {
        String id = Volumes.userId(u);
        users.add(
            id,
            "User " + u,
            id + "@example.org",
            u % 20 == 0 ? "ADMIN" : "USER",
            "pd-key-" + u,
            now.minus(u, ChronoUnit.MINUTES),
            "SYNCED");
        sessions.add(Volumes.sessionKey(u), id, now.plus(30, ChronoUnit.DAYS));
      }
    }
  }

  private void contacts() throws SQLException {
    try (var contacts =
            new Rows(
                connection,
                "contacts",
                "id",
                "user_id",
                "name",
                "email",
                "organisation",
                "added_to_campaign",
                "warmness_score",
                "last_contacted",
                "created_at",
                "updated_at");
        var activities =
            new Rows(
                connection,
                "activities",
                "id",
                "user_id",
                "contact_id",
                "activity_type",
                "subject",
                "created_at")) {
      long contact = 0;
      long activity = 0;
      for (int u = 0; u < volumes.users(); u++) {
        String user = Volumes.userId(u);
        int owned = u == 0 ? volumes.hotContacts() : volumes.otherContacts();
        for (int i = 0; i < owned; i++) {
          contact++;
          Instant created = before(365);
          contacts.add(
              contact,
              user,
              "Contact " + contact,
              "contact" + contact + "@example.org",
              "Organisation " + random.nextInt(40),
              random.nextInt(4) == 0,
              random.nextInt(101),
              random.nextInt(10) == 0 ? null : before(90),
              created,
              created);
          for (int a = 0; a < volumes.activitiesPerContact(); a++) {
            activity++;
            activities.add(
                activity,
                user,
                contact,
                ACTIVITY_TYPES[random.nextInt(ACTIVITY_TYPES.length)],
                "Activity " + activity,
                before(180));
          }
        }
      }
    }
  }

  private void meetings() throws SQLException {
    try (var meetings =
            new Rows(
                connection,
                "meetings",
                "id",
                "user_id",
                "title",
                "description",
                "meeting_status",
                "starts_at",
                "ends_at",
                "created_at",
                "updated_at");
        var attendees =
            new Rows(
                connection,
                "meeting_attendees",
                "id",
                "meeting_id",
                "name",
                "email",
                "response_status")) {
      long meeting = 0;
      long attendee = 0;
      for (int u = 0; u < volumes.users(); u++) {
        int owned = u == 0 ? volumes.hotMeetings() : volumes.otherMeetings();
        for (int i = 0; i < owned; i++) {
          meeting++;
          Instant starts = before(60);
          meetings.add(
              meeting,
              Volumes.userId(u),
              "Meeting " + meeting,
              "What was said in meeting " + meeting,
              "COMPLETED",
              starts,
              starts.plus(30, ChronoUnit.MINUTES),
              starts.minus(7, ChronoUnit.DAYS),
              starts);
          for (int a = 0; a < volumes.attendeesPerMeeting(); a++) {
            attendee++;
            attendees.add(
                attendee,
                meeting,
                "Attendee " + attendee,
                "attendee" + attendee + "@example.org",
                random.nextBoolean() ? "ACCEPTED" : "PENDING");
          }
        }
      }
    }
  }

  private static final String[] ACTIVITY_TYPES = {"CALL", "EMAIL", "MEETING", "NOTE"};

  /** A whole second within the days before now. */
  private Instant before(int days) {
    return now.minusSeconds(1 + random.nextInt(days * 86_400));
  }

  /** Lets the next generated id follow the loaded ones. */
  private void continueIds(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM " + table)) {
      rows.next();
      long next = rows.getLong(1);
      statement.execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH " + next);
    }
  }
}
