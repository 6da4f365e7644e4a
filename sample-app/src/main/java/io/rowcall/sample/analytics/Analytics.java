package io.rowcall.sample.analytics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is known about a user's habits, and stores what follows from it. */
interface Analytics {

  /** Returns the effect of each active personalization; the weakest become recommendations. */
  List<Effect> effectiveness(String userId, Range range) throws Exception;

  List<Week> evolution(String userId, int weeks, @Nullable String patternType);

  /**
   * Returns what the strongest patterns suggest, and stores what is new.
   *
   * @param includeApplied whether to include recommendations that the user has already followed
   */
  List<Recommendation> recommendations(String userId, boolean includeApplied, int limit)
      throws Exception;

  /**
   * Selection of measurements.
   *
   * @param metric null for all
   */
  record Range(Instant start, Instant end, @Nullable String metric) {}
}
