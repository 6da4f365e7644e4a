package io.rowcall.sample.analytics;

/** Statement that stores a recommendation unless the user already has it; shared by both forms. */
final class SaveRecommendation {

  static final String SQL =
      """
      INSERT INTO recommendations (user_id, recommendation_type, title, priority, confidence, created_at)
      SELECT CAST(:userId AS VARCHAR(64)), CAST(:type AS VARCHAR(40)), CAST(:title AS VARCHAR(200)),
             CAST(:priority AS INT), CAST(:confidence AS DOUBLE PRECISION),
             CAST(:now AS TIMESTAMP WITH TIME ZONE)
      WHERE NOT EXISTS (SELECT 1 FROM recommendations
                        WHERE user_id = :userId AND recommendation_type = :type AND title = :title)
      """;

  private SaveRecommendation() {}
}
