package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Integrations with sync runs, and calendar events. */
final class IntegrationData {

  private static final String[] PROVIDERS = {"google", "microsoft", "zoom", "pipedrive", "slack"};
  private static final int ATTENDEES_PER_EVENT = 3;

  private IntegrationData() {}

  static void load(LoadContext context) throws SQLException {
    try (var integrations =
            context.into(
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
            context.into(
                "integration_sync_runs",
                "id",
                "integration_id",
                "status",
                "items",
                "started_at",
                "finished_at")) {
      long integration = 0;
      long run = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        Volumes.Owned owned = context.volumes().ownedBy(u);
        long firstCalendar = integration + 1;
        for (int i = 0; i < owned.integrations(); i++) {
          integration++;
          Instant created = context.randomTime(300);
          integrations.add(
              integration,
              user,
              PROVIDERS[i % PROVIDERS.length],
              i < owned.calendars() ? "CALENDAR" : "OTHER",
              "CONNECTED",
              user + "-account-" + i,
              created,
              created);
          for (int r = 0; r < context.volumes().syncRunsPerIntegration(); r++) {
            run++;
            Instant started = context.randomTime(30);
            runs.add(
                run,
                integration,
                context.random(10) == 0 ? "FAILED" : "SUCCEEDED",
                context.random(200),
                started,
                started.plusSeconds(context.random(60)));
          }
        }
        calendar(context, user, firstCalendar, owned, u);
      }
    }
    context.continueIds(
        "integrations", "integration_sync_runs", "calendar_events", "calendar_event_attendees");
  }

  private static void calendar(
      LoadContext context, String user, long firstCalendar, Volumes.Owned owned, int number)
      throws SQLException {
    try (var events =
            context.into(
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
            context.into(
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
                ? context.now().plus(1 + context.random(60 * 24), ChronoUnit.HOURS)
                : context.now().minus(1 + context.random(60 * 24), ChronoUnit.HOURS);
        events.add(
            id,
            user,
            firstCalendar + i % owned.calendars(),
            "ext-" + i,
            "Calendar event " + i,
            starts,
            starts.plus(1, ChronoUnit.HOURS),
            !ahead && i % 20 == 0,
            context.randomTime(30));
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
