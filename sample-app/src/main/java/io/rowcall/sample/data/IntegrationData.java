package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Integrations with the runs of their syncs, and the events of those that are calendars. */
final class IntegrationData {

  private static final String[] PROVIDERS = {"google", "microsoft", "zoom", "pipedrive", "slack"};
  private static final int ATTENDEES_PER_EVENT = 3;

  private IntegrationData() {}

  static void load(LoadContext loading) throws SQLException {
    try (var integrations =
            loading.into(
                "integrations",
                "id",
                "user_id",
                "provider",
                "integration_kind",
                "status",
                "external_account",
                "created_at",
                "updated_at");
        var runs =
            loading.into(
                "integration_sync_runs",
                "id",
                "integration_id",
                "status",
                "items",
                "started_at",
                "finished_at")) {
      long integration = 0;
      long run = 0;
      for (int u = 0; u < loading.volumes().users(); u++) {
        String user = Volumes.userId(u);
        Volumes.Owned owned = loading.volumes().of(u);
        long firstCalendar = integration + 1;
        for (int i = 0; i < owned.integrations(); i++) {
          integration++;
          Instant created = loading.before(300);
          integrations.add(
              integration,
              user,
              PROVIDERS[i % PROVIDERS.length],
              i < owned.calendars() ? "CALENDAR" : "OTHER",
              "CONNECTED",
              user + "-account-" + i,
              created,
              created);
          for (int r = 0; r < loading.volumes().syncRunsPerIntegration(); r++) {
            run++;
            Instant started = loading.before(30);
            runs.add(
                run,
                integration,
                loading.below(10) == 0 ? "FAILED" : "SUCCEEDED",
                loading.below(200),
                started,
                started.plusSeconds(loading.below(60)));
          }
        }
        calendar(loading, user, firstCalendar, owned, u);
      }
    }
    loading.continueIds(
        "integrations", "integration_sync_runs", "calendar_events", "calendar_event_attendees");
  }

  private static void calendar(
      LoadContext loading, String user, long firstCalendar, Volumes.Owned owned, int number)
      throws SQLException {
    try (var events =
            loading.into(
                "calendar_events",
                "id",
                "user_id",
                "integration_id",
                "external_id",
                "title",
                "starts_at",
                "ends_at",
                "deleted",
                "updated_at");
        var attendees =
            loading.into(
                "calendar_event_attendees",
                "id",
                "calendar_event_id",
                "email",
                "response_status")) {
      for (int i = 0; i < 2 * owned.upcoming(); i++) {
        long id = 1_000_000L * number + i + 1;
        boolean ahead = i >= owned.upcoming();
        Instant starts =
            ahead
                ? loading.now().plus(1 + loading.below(60 * 24), ChronoUnit.HOURS)
                : loading.now().minus(1 + loading.below(60 * 24), ChronoUnit.HOURS);
        events.add(
            id,
            user,
            firstCalendar + i % owned.calendars(),
            "ext-" + i,
            "Calendar event " + i,
            starts,
            starts.plus(1, ChronoUnit.HOURS),
            !ahead && i % 20 == 0,
            loading.before(30));
        for (int a = 1; a <= ATTENDEES_PER_EVENT; a++) {
          attendees.add(
              id * ATTENDEES_PER_EVENT + a,
              id,
              "guest" + a + "-" + i + "@example.org",
              a == 1 ? "ACCEPTED" : "PENDING");
        }
      }
    }
  }
}
