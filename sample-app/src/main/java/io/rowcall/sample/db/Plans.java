package io.rowcall.sample.db;

import io.rowcall.sample.data.Volumes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Plans and times of the statements for which the indexes exist, and the cost of the indexes. */
public final class Plans {

  /** Measured runs, after as many to warm up. */
  private static final int RUNS = 11;

  private static final Map<String, String> STATEMENTS = new LinkedHashMap<>();

  static {
    STATEMENTS.put(
        "idx_contacts_user_priority",
        """
        SELECT id, name FROM contacts WHERE user_id = '%s'
        ORDER BY user_id, added_to_campaign DESC, warmness_score, last_contacted NULLS LAST, created_at DESC, id
        LIMIT 20
        """);
    STATEMENTS.put(
        "idx_activities_contact_created",
        "SELECT id FROM activities WHERE contact_id = 7 ORDER BY created_at DESC LIMIT 5");
    STATEMENTS.put(
        "idx_attendees_meeting", "SELECT id FROM meeting_attendees WHERE meeting_id = 7");
    STATEMENTS.put(
        "idx_meetings_user_start",
        "SELECT COUNT(*) FROM meetings WHERE user_id = '%s' AND starts_at < CURRENT_TIMESTAMP");
    STATEMENTS.put(
        "idx_usage_user_metric_time",
        "SELECT SUM(quantity) FROM usage_events WHERE user_id = '%s' AND metric = 'api_calls'");
    STATEMENTS.put(
        "idx_sync_runs_integration_started",
        "SELECT id FROM integration_sync_runs WHERE integration_id = 7 ORDER BY started_at DESC LIMIT 1");
    STATEMENTS.put(
        "idx_calendar_event_attendees_event",
        "SELECT id FROM calendar_event_attendees WHERE calendar_event_id = 7");
    STATEMENTS.put(
        "idx_rag_messages_conv_created", "SELECT id FROM rag_messages WHERE conversation_id = 7");
    STATEMENTS.put("idx_events_token", "SELECT id FROM events WHERE token = 'x'");
    STATEMENTS.put(
        "idx_event_availability_event", "SELECT status FROM event_availability WHERE event_id = 1");
    STATEMENTS.put(
        "idx_behavioral_pattern_userid_times",
        "SELECT id FROM behavioral_patterns WHERE user_id = '%s' AND first_detected_at >= CURRENT_TIMESTAMP");
    STATEMENTS.put(
        "idx_behavioral_pattern_userid_highconf",
        "SELECT id FROM behavioral_patterns WHERE user_id = '%s' AND confidence >= 0.99");
    STATEMENTS.put(
        "idx_behavioral_pattern_type_userid_time",
        """
        SELECT id FROM behavioral_patterns
        WHERE pattern_type = 'TIMING' AND user_id = '%s' AND first_detected_at >= CURRENT_TIMESTAMP
        """);
    STATEMENTS.put(
        "idx_behavioral_insight_userid_unack_priority",
        """
        SELECT id FROM behavioral_insights WHERE user_id = '%s' AND acknowledged_at IS NULL
        ORDER BY priority DESC LIMIT 5
        """);
    STATEMENTS.put(
        "idx_study_session_userid_started_recent",
        "SELECT id FROM study_sessions WHERE user_id = '%s' ORDER BY started_at DESC LIMIT 10");
    STATEMENTS.put(
        "idx_study_session_userid_completed",
        "SELECT COUNT(*) FROM study_sessions WHERE user_id = '%s' AND completed_at >= CURRENT_TIMESTAMP");
  }

  private Plans() {}

  /** Returns the plan of each statement, by the index intended for it. */
  public static Map<String, String> explain(Jdbi jdbi, boolean analyze) {
    Map<String, String> plans = new LinkedHashMap<>();
    String verb = analyze ? "EXPLAIN ANALYZE " : "EXPLAIN ";
    jdbi.useHandle(
        handle ->
            STATEMENTS.forEach(
                (index, sql) -> plans.put(index, String.join("\n", rows(handle, verb + sql)))));
    return plans;
  }

  /** Returns the median time of each statement. */
  public static Map<String, Double> millis(Jdbi jdbi) {
    Map<String, Double> millis = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            STATEMENTS.forEach(
                (index, sql) -> millis.put(index, medianMillis(() -> rows(handle, sql)))));
    return millis;
  }

  /** Returns the size of each index; PostgreSQL only. */
  public static Map<String, Long> bytes(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT indexrelname, pg_relation_size(indexrelid) AS bytes FROM pg_stat_user_indexes")
                .reduceRows(
                    new LinkedHashMap<>(),
                    (sizes, row) -> {
                      sizes.put(
                          row.getColumn("indexrelname", String.class),
                          row.getColumn("bytes", Long.class));
                      return sizes;
                    }));
  }

  /**
   * Returns the time to insert a thousand rows into the table with the most indexes; they are
   * rolled back.
   */
  public static double insertMillis(Jdbi jdbi, String userId) {
    return jdbi.withHandle(
        handle ->
            medianMillis(
                () -> {
                  handle.begin();
                  var insert =
                      handle.prepareBatch(
                          """
                          INSERT INTO behavioral_patterns
                            (user_id, pattern_type, name, confidence, first_detected_at, last_seen_at)
                          VALUES (?, 'TIMING', ?, 0.8, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)
                          """);
                  for (int i = 0; i < 1000; i++) {
                    insert.add(userId, "of a measurement " + i);
                  }
                  var unused = insert.execute();
                  handle.rollback();
                }));
  }

  private static List<String> rows(Handle handle, String sql) {
    return handle
        .createQuery(sql.replace("%s", Volumes.HOT_USER))
        .map((row, context) -> row.getString(1))
        .list();
  }

  private static double medianMillis(Runnable statement) {
    double[] millis = new double[RUNS];
    for (int i = -RUNS; i < RUNS; i++) {
      long start = System.nanoTime();
      statement.run();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }
}
