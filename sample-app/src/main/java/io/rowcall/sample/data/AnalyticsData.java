package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Personalization with measurements, behavioral patterns and insights, and study sessions. */
final class AnalyticsData {

  private static final String[] TYPES = {"TIMING", "CONTENT", "CHANNEL", "PACE"};
  private static final String[] METRICS = {"completion", "retention"};

  private AnalyticsData() {}

  static void load(LoadContext context) throws SQLException {
    personalization(context);
    patterns(context);
    study(context);
    context.continueIds(
        "personalization_configs",
        "personalization_effectiveness",
        "behavioral_patterns",
        "behavioral_insights",
        "recommendations",
        "study_sessions");
  }

  private static void personalization(LoadContext context) throws SQLException {
    try (var configs =
            context.into(
                "personalization_configs",
                "id",
                "user_id",
                "context",
                "strategy",
                "active",
                "activated_at",
                "updated_at");
        var measurements =
            context.into(
                "personalization_effectiveness",
                "id",
                "config_id",
                "user_id",
                "metric",
                "metric_value",
                "baseline_value",
                "measured_at")) {
      long config = 0;
      long measurement = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        int count = u == 0 ? context.volumes().measurementsPerConfig() : 20;
        // One more than is active: inactive configurations must not count.
        for (int c = 0; c <= context.volumes().ownedBy(u).configs(); c++) {
          config++;
          Instant activated = context.randomTime(200);
          configs.add(
              config,
              user,
              "context-" + c,
              "strategy-" + c % 3,
              c < context.volumes().ownedBy(u).configs(),
              activated,
              activated);
          for (int m = 0; m < count; m++) {
            measurement++;
            measurements.add(
                measurement,
                config,
                user,
                METRICS[m % METRICS.length],
                hundredths(context, 40, 100),
                hundredths(context, 30, 80),
                context.randomTime(90));
          }
        }
      }
    }
  }

  private static void patterns(LoadContext context) throws SQLException {
    try (var patterns =
            context.into(
                "behavioral_patterns",
                "id",
                "user_id",
                "pattern_type",
                "name",
                "confidence",
                "occurrence_count",
                "first_detected_at",
                "last_seen_at");
        var insights =
            context.into(
                "behavioral_insights",
                "id",
                "user_id",
                "pattern_id",
                "title",
                "priority",
                "acknowledged_at",
                "created_at")) {
      long pattern = 0;
      long insight = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        for (int i = 0; i < context.volumes().ownedBy(u).patterns(); i++) {
          pattern++;
          Instant first = context.randomTime(700);
          long seconds = context.now().getEpochSecond() - first.getEpochSecond();
          patterns.add(
              pattern,
              user,
              TYPES[i % TYPES.length],
              "Pattern " + i % 60,
              hundredths(context, 10, 100),
              1 + context.random(30),
              first,
              first.plusSeconds(context.random((int) seconds + 1)));
        }
        for (int i = 0; i < context.volumes().ownedBy(u).insights(); i++) {
          insight++;
          insights.add(
              insight,
              user,
              pattern,
              "Insight " + insight,
              context.random(10),
              context.random(3) == 0 ? context.randomTime(30) : null,
              context.randomTime(60));
        }
      }
    }
  }

  private static void study(LoadContext context) throws SQLException {
    try (var sessions =
        context.into(
            "study_sessions", "id", "user_id", "started_at", "completed_at", "duration_ms")) {
      long id = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        for (int i = context.volumes().ownedBy(u).studySessions(); i > 0; i--) {
          id++;
          Instant started = context.randomTime(120);
          boolean completed = context.random(5) > 0;
          int minutes = 5 + context.random(90);
          sessions.add(
              id,
              Volumes.userId(u),
              started,
              completed ? started.plusSeconds(minutes * 60L) : null,
              completed ? minutes * 60_000L : null);
        }
      }
    }
  }

  /** Returns a whole number of hundredths, so that sums do not depend on their order. */
  private static double hundredths(LoadContext context, int min, int max) {
    return (min + context.random(max - min + 1)) / 100.0;
  }
}
