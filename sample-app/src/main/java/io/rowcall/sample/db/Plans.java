package io.rowcall.sample.db;

import io.rowcall.sample.data.Volumes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How the database would run the statements that the indexes are there for. */
public final class Plans {

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

  /** The plan of each statement, under the name of the index that is meant for it. */
  public static Map<String, String> explain(Jdbi jdbi, boolean analyse) {
    Map<String, String> plans = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            STATEMENTS.forEach(
                (index, sql) ->
                    plans.put(
                        index,
                        String.join(
                            "\n",
                            handle
                                .createQuery(
                                    (analyse ? "EXPLAIN ANALYZE " : "EXPLAIN ")
                                        + sql.replace("%s", Volumes.HOT_USER))
                                .mapTo(String.class)
                                .list()))));
    return plans;
  }
}
