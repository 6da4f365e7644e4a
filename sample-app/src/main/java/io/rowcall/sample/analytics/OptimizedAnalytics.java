package io.rowcall.sample.analytics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.db.Parallel;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates in the database, runs two queries at the same time, and stores what is new in one
 * batch.
 */
class OptimizedAnalytics implements Analytics {

  /**
   * The difference array of {@link Evolution#byDifferences}, computed in the database: a pattern is
   * added in its first week, and removed in the week after its last. Confidences are rounded by
   * FLOOR, because PostgreSQL rounds halves to even and Java rounds them up. Days are taken from an
   * interval: from the epoch's seconds, H2 needs three times as long.
   */
  private static final String WEEKLY_DELTAS =
      """
      SELECT week_index, SUM(active) AS active, SUM(appeared) AS appeared, SUM(hundredths) AS hundredths
      FROM (SELECT GREATEST(CAST(EXTRACT(DAY FROM first_detected_at - CAST(:start AS TIMESTAMP WITH TIME ZONE)) AS INT), 0)
                     / 7 AS week_index,
                   1 AS active,
                   CASE WHEN first_detected_at >= :start THEN 1 ELSE 0 END AS appeared,
                   CAST(FLOOR(confidence * 100 + 0.5) AS INT) AS hundredths
            FROM behavioral_patterns
            WHERE user_id = :userId AND first_detected_at < :end AND last_seen_at >= :start <matching>
            UNION ALL
            SELECT CAST(EXTRACT(DAY FROM last_seen_at - CAST(:start AS TIMESTAMP WITH TIME ZONE)) AS INT) / 7 + 1,
                   -1,
                   0,
                   -CAST(FLOOR(confidence * 100 + 0.5) AS INT)
            FROM behavioral_patterns
            WHERE user_id = :userId AND last_seen_at >= :start AND last_seen_at < :lastWeek <matching>) deltas
      GROUP BY week_index
      """;

  private final Jdbi jdbi;
  private final Parallel parallel;
  private final Clock clock;
  private final Consumer<String> newRecommendations;

  /**
   * Creates the optimized form.
   *
   * @param newRecommendations receives the user for whom others than {@link #recommendations}
   *     stored new recommendations
   */
  OptimizedAnalytics(
      Jdbi jdbi, Parallel parallel, Clock clock, Consumer<String> newRecommendations) {
    this.jdbi = jdbi;
    this.parallel = parallel;
    this.clock = clock;
    this.newRecommendations = newRecommendations;
  }

  /** 3 statements. */
  @Override
  public List<Effect> effectiveness(String userId, Range range) throws Exception {
    List<Effect> effects =
        parallel.both(
            () -> configs(userId),
            () -> metrics(userId, range),
            (configs, metrics) ->
                configs.stream()
                    .map(
                        each ->
                            new Effect(
                                each.configId(),
                                each.context(),
                                each.strategy(),
                                metrics.getOrDefault(each.configId(), List.of())))
                    .toList());
    if (save(userId, Effect.reviews(effects)) > 0) {
      newRecommendations.accept(userId);
    }
    return effects;
  }

  private List<Effect> configs(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, context, strategy FROM personalization_configs
                    WHERE user_id = ? AND active = TRUE
                    ORDER BY id
                    """)
                .bind(0, userId)
                .map(
                    (row, context) ->
                        new Effect(
                            row.getLong("id"),
                            row.getString("context"),
                            row.getString("strategy"),
                            List.of()))
                .list());
  }

  private Map<Long, List<Effect.Metric>> metrics(String userId, Range range) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT config_id, metric, AVG(metric_value) AS average, AVG(baseline_value) AS baseline,
                               COUNT(*) AS samples
                        FROM personalization_effectiveness
                        WHERE user_id = ? AND measured_at >= ? AND measured_at < ?
                        GROUP BY config_id, metric
                        ORDER BY config_id, metric
                        """)
                    .bind(0, userId)
                    .bind(1, range.start())
                    .bind(2, range.end())
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getLong("config_id"),
                                Effect.Metric.of(
                                    row.getString("metric"),
                                    row.getDouble("average"),
                                    row.getDouble("baseline"),
                                    row.getLong("samples"))))
                    .list())
        .stream()
        .filter(each -> range.metric() == null || range.metric().equals(each.getValue().metric()))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** 1 statement, and one row per week: the database sums the changes of each. */
  @Override
  public List<Week> evolution(String userId, int weeks, @Nullable String patternType) {
    Instant end = EvolutionEnd.of(clock);
    Instant start = Evolution.start(end, weeks, 0);
    var deltas = new WeeklyDeltas(weeks);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(WEEKLY_DELTAS)
                .define("matching", patternType == null ? "" : "AND pattern_type = :type")
                .bindMap(
                    patternType == null
                        ? Map.of("userId", userId)
                        : Map.of("userId", userId, "type", patternType))
                .bind("start", start)
                .bind("lastWeek", Evolution.start(end, weeks, weeks - 1))
                .bind("end", end)
                .setFetchSize(weeks)
                .map(
                    (row, context) -> {
                      int week = row.getInt("week_index");
                      deltas.add(
                          week,
                          row.getInt("active"),
                          row.getInt("appeared"),
                          row.getLong("hundredths"));
                      return week;
                    })
                .list());
    return deltas.until(end);
  }

  /** 2 statements, and a third if something is new. */
  @Override
  public List<Recommendation> recommendations(String userId, boolean includeApplied, int limit)
      throws Exception {
    Known known = parallel.both(() -> suggest(userId), () -> appliedByName(userId), Known::new);
    var unused =
        save(
            userId,
            known.suggested().stream()
                .filter(each -> !known.applied().containsKey(each.name()))
                .toList());
    return known.suggested().stream()
        .filter(each -> includeApplied || !known.applied().getOrDefault(each.name(), false))
        .limit(limit)
        .toList();
  }

  private List<Recommendation> suggest(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT pattern_type, name, MAX(confidence) AS strongest
                    FROM behavioral_patterns
                    WHERE user_id = ? AND confidence >= 0.7
                    GROUP BY pattern_type, name
                    ORDER BY strongest DESC, pattern_type, name
                    LIMIT 5
                    """)
                .bind(0, userId)
                .map(
                    (row, context) ->
                        Recommendation.ofPattern(
                            row.getString("pattern_type"),
                            row.getString("name"),
                            Pattern.inHundredths(row.getDouble("strongest"))))
                .list());
  }

  private Map<String, Boolean> appliedByName(String userId) {
    Map<String, Boolean> applied = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT recommendation_type, title, applied_at FROM recommendations WHERE user_id = ?")
                .bind(0, userId)
                .map(
                    (row, context) -> {
                      String name =
                          row.getString("recommendation_type") + "/" + row.getString("title");
                      applied.put(name, Columns.instantOrNull(row, "applied_at") != null);
                      return name;
                    })
                .list());
    return applied;
  }

  /**
   * Stores all in one batch and one transaction.
   *
   * @return number of new recommendations
   */
  private int save(String userId, List<Recommendation> recommendations) {
    if (recommendations.isEmpty()) {
      return 0;
    }
    return jdbi.inTransaction(
        handle -> {
          var batch = handle.prepareBatch(SaveRecommendation.SQL);
          for (Recommendation each : recommendations) {
            batch.bindMap(each.columns()).bind("userId", userId).bind("now", clock.instant()).add();
          }
          return Arrays.stream(batch.execute()).sum();
        });
  }

  private record Known(List<Recommendation> suggested, Map<String, Boolean> applied) {}
}
