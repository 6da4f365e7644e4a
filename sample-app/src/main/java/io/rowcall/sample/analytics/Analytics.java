package io.rowcall.sample.analytics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is known about a user's habits, and writes what follows from it. */
interface Analytics {

  /** The effect of each active personalization; the weakest become recommendations. */
  List<Effect> effectiveness(String userId, Range range) throws Exception;

  List<Week> evolution(String userId, int weeks, @Nullable String patternType);

  /**
   * What the strongest patterns suggest; what is new among it is saved.
   *
   * @param includeApplied whether to repeat what the user did already
   */
  List<Recommendation> recommendations(String userId, boolean includeApplied, int limit)
      throws Exception;

  /**
   * Which measurements count.
   *
   * @param metric null for all
   */
  record Range(Instant start, Instant end, @Nullable String metric) {}
}
