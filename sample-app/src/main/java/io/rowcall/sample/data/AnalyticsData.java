package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Personalization with its measurements, behavioral patterns and insights, and study sessions. */
final class AnalyticsData {

  private static final String[] TYPES = {"TIMING", "CONTENT", "CHANNEL", "PACE"};
  private static final String[] METRICS = {"completion", "retention"};

  private AnalyticsData() {}

  static void load(LoadContext loading) throws SQLException {
    personalization(loading);
    patterns(loading);
    study(loading);
    loading.continueIds(
        "personalization_configs",
        "personalization_effectiveness",
        "behavioral_patterns",
        "behavioral_insights",
        "recommendations",
        "study_sessions");
  }

  private static void personalization(LoadContext loading) throws SQLException {
    try (var configs =
            loading.into(
                "personalization_configs",
                "id",
                "user_id",
                "context",
                "strategy",
                "active",
                "activated_at",
                "updated_at");
        var measurements =
            loading.into(
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
      for (int u = 0; u < loading.volumes().users(); u++) {
        String user = Volumes.userId(u);
        int count = u == 0 ? loading.volumes().measurementsPerConfig() : 20;
        // One more than is active: what is switched off must not be counted.
        for (int c = 0; c <= loading.volumes().of(u).configs(); c++) {
          config++;
          Instant activated = loading.before(200);
          configs.add(
              config,
              user,
              "context-" + c,
              "strategy-" + c % 3,
              c < loading.volumes().of(u).configs(),
              activated,
              activated);
          for (int m = 0; m < count; m++) {
            measurement++;
            measurements.add(
                measurement,
                config,
                user,
                METRICS[m % METRICS.length],
                hundredths(loading, 40, 100),
                hundredths(loading, 30, 80),
                loading.before(90));
          }
        }
      }
    }
  }

  private static void patterns(LoadContext loading) throws SQLException {
    try (var patterns =
            loading.into(
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
            loading.into(
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
      for (int u = 0; u < loading.volumes().users(); u++) {
        String user = Volumes.userId(u);
        for (int i = 0; i < loading.volumes().of(u).patterns(); i++) {
          pattern++;
          Instant first = loading.before(700);
          long seconds = loading.now().getEpochSecond() - first.getEpochSecond();
          patterns.add(
              pattern,
              user,
              TYPES[i % TYPES.length],
              "Pattern " + i % 60,
              hundredths(loading, 10, 100),
              1 + loading.below(30),
              first,
              first.plusSeconds(loading.below((int) seconds + 1)));
        }
        for (int i = 0; i < loading.volumes().of(u).insights(); i++) {
          insight++;
          insights.add(
              insight,
              user,
              pattern,
              "Insight " + insight,
              loading.below(10),
              loading.below(3) == 0 ? loading.before(30) : null,
              loading.before(60));
        }
      }
    }
  }

  private static void study(LoadContext loading) throws SQLException {
    try (var sessions =
        loading.into(
            "study_sessions", "id", "user_id", "started_at", "completed_at", "duration_ms")) {
      long id = 0;
      for (int u = 0; u < loading.volumes().users(); u++) {
        for (int i = loading.volumes().of(u).studySessions(); i > 0; i--) {
          id++;
          Instant started = loading.before(120);
          boolean completed = loading.below(5) > 0;
          int minutes = 5 + loading.below(90);
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

  /** A whole number of hundredths, so that sums of them do not depend on their order. */
  private static double hundredths(LoadContext loading, int least, int most) {
    return (least + loading.below(most - least + 1)) / 100.0;
  }
}
