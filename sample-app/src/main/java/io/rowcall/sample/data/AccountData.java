package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;

/**
 * Users with sessions, plans, usage, bot settings, Slack teams, and hits of the baseline's limiter.
 */
final class AccountData {

  private static final String[] PLANS = {"FREE", "PRO", "TEAM"};
  private static final String[] METRICS = {
    "meetings", "chat_messages", "storage_mb", "transcribed_minutes", "api_calls"
  };

  private AccountData() {}

  static void load(LoadContext context) throws SQLException {
    users(context);
    plans(context);
    usage(context);
    limiter(context);
    context.continueIds("subscriptions", "usage_events", "rate_limit_hits", "slack_events");
  }

  private static void users(LoadContext context) throws SQLException {
    try (var users =
            context.into(
                "users",
                "id",
                "name",
                "email",
                "role",
                "pipedrive_api_key",
                "last_sync_at",
                "sync_status");
        var sessions = context.into("auth_sessions", "session_key", "user_id", "expires_at");
        var settings =
            context.into(
                "bot_settings",
                "user_id",
                "bot_name",
                "auto_join",
                "auto_record",
                "bot_language",
                "summary_style");
        var teams = context.into("slack_workspaces", "team_id", "user_id", "bot_enabled")) {
      for (int u = 0; u < context.volumes().users(); u++) {
        String id = Volumes.userId(u);
        users.add(
            id,
            "User " + u,
            id + "@example.org",
            u % 20 == 0 ? "ADMIN" : "USER",
            "pd-key-" + u,
            context.minutesAgo(u),
            "SYNCED");
        sessions.add(Volumes.sessionKey(u), id, context.now().plus(30, ChronoUnit.DAYS));
        settings.add(id, "Notes of " + id, u % 2 == 0, u % 3 == 0, "en", "short");
        teams.add(Volumes.slackTeam(u), id, true);
      }
    }
  }

  private static void plans(LoadContext context) throws SQLException {
    try (var plans =
            context.into(
                "plans",
                "code",
                "name",
                "price_cents",
                "meetings_limit",
                "chat_limit",
                "storage_mb_limit");
        var subscriptions =
            context.into(
                "subscriptions",
                "id",
                "user_id",
                "plan_code",
                "status",
                "period_start",
                "period_end",
                "updated_at")) {
      plans.add("FREE", "Free", 0, 100_000, 50, 500);
      plans.add("PRO", "Professional", 1900, 1_000_000, 1000, 10_000);
      plans.add("TEAM", "Team", 4900, 1_000_000, 10_000, 100_000);
      for (int u = 0; u < context.volumes().users(); u++) {
        subscriptions.add(
            u + 1,
            Volumes.userId(u),
            PLANS[(u + 1) % PLANS.length],
            "ACTIVE",
            context.now().minus(20, ChronoUnit.DAYS),
            context.now().plus(10, ChronoUnit.DAYS),
            context.now().minus(20, ChronoUnit.DAYS));
      }
    }
  }

  private static void usage(LoadContext context) throws SQLException {
    try (var events =
        context.into("usage_events", "id", "user_id", "metric", "quantity", "occurred_at")) {
      long id = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        for (int i = context.volumes().ownedBy(u).usageEvents(); i > 0; i--) {
          id++;
          events.add(
              id,
              user,
              METRICS[context.random(METRICS.length)],
              1 + context.random(5),
              context.randomTime(60));
        }
      }
    }
  }

  /** Only adds hits of other users, so that the hot user's remaining requests are known. */
  private static void limiter(LoadContext context) throws SQLException {
    try (var hits = context.into("rate_limit_hits", "id", "user_id", "hit_at")) {
      int others = context.volumes().users() - 1;
      for (int i = 0; i < context.volumes().rateLimitHits(); i++) {
        hits.add(i + 1, Volumes.userId(1 + i % others), context.randomTime(2));
      }
    }
  }
}
