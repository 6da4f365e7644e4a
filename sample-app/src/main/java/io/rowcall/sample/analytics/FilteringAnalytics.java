package io.rowcall.sample.analytics;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.db.Parallel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Optimized form except for its algorithm: reads the patterns, and checks each for every week. */
final class FilteringAnalytics extends OptimizedAnalytics {

  /** Avoids many round trips with drivers that fetch a hundred rows at a time. */
  private static final int FETCH_SIZE = 10_000;

  private final Jdbi jdbi;
  private final Clock clock;

  FilteringAnalytics(
      Jdbi jdbi, Parallel parallel, Clock clock, Consumer<String> newRecommendations) {
    super(jdbi, parallel, clock, newRecommendations);
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** 1 statement, for only the columns and patterns that count. */
  @Override
  public List<Week> evolution(String userId, int weeks, @Nullable String patternType) {
    Instant end = EvolutionEnd.of(clock);
    List<Pattern> patterns =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT pattern_type, confidence, first_detected_at, last_seen_at
                        FROM behavioral_patterns
                        WHERE user_id = :userId AND last_seen_at >= :start <matching>
                        """)
                    .define("matching", patternType == null ? "" : "AND pattern_type = :type")
                    .bindMap(
                        patternType == null
                            ? Map.of("userId", userId)
                            : Map.of("userId", userId, "type", patternType))
                    .bind("start", Evolution.start(end, weeks, 0))
                    .setFetchSize(FETCH_SIZE)
                    .map(
                        (row, context) ->
                            new Pattern(
                                row.getString("pattern_type"),
                                "",
                                Pattern.inHundredths(row.getDouble("confidence")),
                                0,
                                Columns.instant(row, "first_detected_at"),
                                Columns.instant(row, "last_seen_at")))
                    .list());
    return Evolution.byFiltering(patterns, weeks, end);
  }
}
