package io.rowcall.sample.analytics;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw rows configuration by configuration, computes in memory, and stores one row at a time.
 */
class BaselineAnalytics implements Analytics {

  private static final int CONFIDENT = 70;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Evolution evolution;

  BaselineAnalytics(Jdbi jdbi, Clock clock, Evolution evolution) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.evolution = evolution;
  }

  /** 2 + F + R statements. */
  @Override
  public List<Effect> effectiveness(String userId, Range range) throws Exception {
    jdbi.useHandle(handle -> requireUser(handle, userId));
    List<Effect> effects = configsWithMetrics(userId, range);
    jdbi.useHandle(
        handle -> {
          for (Recommendation review : Effect.reviews(effects)) {
            save(handle, userId, review);
          }
        });
    return effects;
  }

  List<Effect> configsWithMetrics(String userId, Range range) throws Exception {
    return jdbi.withHandle(
        handle -> {
          List<Effect> effects = new ArrayList<>();
          for (Effect config : configs(handle, userId)) {
            effects.add(withMetrics(handle, config, range));
          }
          return effects;
        });
  }

  static List<Effect> configs(Handle handle, String userId) {
    return handle
        .createQuery(
            "SELECT * FROM personalization_configs WHERE user_id = ? AND active = TRUE ORDER BY id")
        .bind(0, userId)
        .map(
            (row, context) ->
                new Effect(
                    row.getLong("id"),
                    row.getString("context"),
                    row.getString("strategy"),
                    List.of()))
        .list();
  }

  static Effect withMetrics(Handle handle, Effect config, Range range) {
    return new Effect(
        config.configId(),
        config.context(),
        config.strategy(),
        metrics(handle, config.configId(), range));
  }

  private static List<Effect.Metric> metrics(Handle handle, long configId, Range range) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT * FROM personalization_effectiveness
            WHERE config_id = ? AND measured_at >= ? AND measured_at < ?
            ORDER BY metric, id
            """)
        .bind(0, configId)
        .bind(1, range.start())
        .bind(2, range.end())
        .map(
            (row, context) -> {
              String metric = row.getString("metric");
              if (range.metric() == null || range.metric().equals(metric)) {
                double[] sum = sums.computeIfAbsent(metric, name -> new double[3]);
                sum[0] += row.getDouble("metric_value");
                sum[1] += row.getDouble("baseline_value");
                sum[2]++;
              }
              return metric;
            })
        .list();
    return sums.entrySet().stream()
        .map(
            each -> {
              double[] sum = each.getValue();
              return Effect.Metric.of(
                  each.getKey(), sum[0] / sum[2], sum[1] / sum[2], (long) sum[2]);
            })
        .toList();
  }

  /** 1 statement that reads all patterns into memory. */
  @Override
  public List<Week> evolution(String userId, int weeks, @Nullable String patternType) {
    List<Pattern> patterns =
        jdbi.withHandle(handle -> patterns(handle, userId)).stream()
            .filter(each -> patternType == null || each.type().equals(patternType))
            .toList();
    return evolution.weeks(patterns, weeks, EvolutionEnd.of(clock));
  }

  /** 2 + R statements, where R is the number of new recommendations. */
  @Override
  public List<Recommendation> recommendations(String userId, boolean includeApplied, int limit) {
    return jdbi.withHandle(
        handle -> {
          List<Recommendation> suggested = suggest(patterns(handle, userId));
          Map<String, Boolean> applied = new HashMap<>();
          handle
              .createQuery("SELECT * FROM recommendations WHERE user_id = ?")
              .bind(0, userId)
              .map(
                  (row, context) -> {
                    String name =
                        row.getString("recommendation_type") + "/" + row.getString("title");
                    applied.put(name, Columns.instantOrNull(row, "applied_at") != null);
                    return name;
                  })
              .list();
          for (Recommendation each : suggested) {
            if (!applied.containsKey(each.name())) {
              save(handle, userId, each);
            }
          }
          return suggested.stream()
              .filter(each -> includeApplied || !applied.getOrDefault(each.name(), false))
              .limit(limit)
              .toList();
        });
  }

  private static List<Recommendation> suggest(List<Pattern> patterns) {
    Map<String, Pattern> strongest = new HashMap<>();
    for (Pattern pattern : patterns) {
      if (pattern.hundredths() >= CONFIDENT) {
        strongest.merge(
            pattern.type() + "/" + pattern.name(),
            pattern,
            (a, b) -> a.hundredths() >= b.hundredths() ? a : b);
      }
    }
    return strongest.values().stream()
        .sorted(
            Comparator.comparing(Pattern::hundredths, Comparator.reverseOrder())
                .thenComparing(Pattern::type)
                .thenComparing(Pattern::name))
        .limit(Recommendation.MOST)
        .map(each -> Recommendation.ofPattern(each.type(), each.name(), each.hundredths()))
        .toList();
  }

  private static List<Pattern> patterns(Handle handle, String userId) {
    return handle
        .createQuery("SELECT * FROM behavioral_patterns WHERE user_id = ? ORDER BY id")
        .bind(0, userId)
        .map(
            (row, context) ->
                new Pattern(
                    row.getString("pattern_type"),
                    row.getString("name"),
                    Pattern.inHundredths(row.getDouble("confidence")),
                    row.getInt("occurrence_count"),
                    Columns.instant(row, "first_detected_at"),
                    Columns.instant(row, "last_seen_at")))
        .list();
  }

  private void save(Handle handle, String userId, Recommendation recommendation) {
    Instant now = clock.instant();
    handle
        .createUpdate(SaveRecommendation.SQL)
        .bindMap(recommendation.columns())
        .bind("userId", userId)
        .bind("now", now)
        .execute();
  }

  private static void requireUser(Handle handle, String userId) {
    var user =
        handle.createQuery("SELECT * FROM users WHERE id = ?").bind(0, userId).mapToMap().findOne();
    if (user.isEmpty()) {
      throw HttpError.notFound("there is no user " + userId);
    }
  }
}
