package io.rowcall.sample.events;

import io.rowcall.sample.http.HttpError;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores one person's answers: the person in one statement, the answers in one batch, in one
 * transaction.
 */
final class AnswerBatch {

  private final Jdbi jdbi;

  AnswerBatch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Answer to one block. */
  record BlockAnswer(long blockId, String status) {}

  /** Identifies the person by session key, or else by user. */
  record Respondent(String token, @Nullable String sessionKey, @Nullable String userId) {}

  /**
   * Stores the answers.
   *
   * @return the number of stored answers
   */
  int store(Respondent respondent, List<BlockAnswer> answers, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Person person = person(handle, respondent);
          var batch =
              handle.prepareBatch(
                  """
                  MERGE INTO event_availability t
                  USING (SELECT CAST(:sessionId AS BIGINT) AS session_id, b.id AS block_id,
                                CAST(:eventId AS BIGINT) AS event_id, CAST(:status AS VARCHAR(12)) AS status,
                                CAST(:now AS TIMESTAMP WITH TIME ZONE) AS updated_at
                         FROM event_blocks b WHERE b.id = :blockId AND b.event_id = :eventId) v
                  ON t.session_id = v.session_id AND t.block_id = v.block_id
                  WHEN MATCHED THEN UPDATE SET status = v.status, updated_at = v.updated_at
                  WHEN NOT MATCHED THEN INSERT (session_id, block_id, event_id, status, updated_at)
                    VALUES (v.session_id, v.block_id, v.event_id, v.status, v.updated_at)
                  """);
          for (BlockAnswer answer : answers) {
            batch
                .bind("blockId", answer.blockId())
                .bind("status", answer.status())
                .bind("sessionId", person.sessionId())
                .bind("eventId", person.eventId())
                .bind("now", now)
                .add();
          }
          int stored = 0;
          for (int rows : batch.execute()) {
            stored += rows;
          }
          if (stored != answers.size()) {
            throw HttpError.badRequest("a block does not belong to this event; nothing was saved");
          }
          return stored;
        });
  }

  private static Person person(Handle handle, Respondent respondent) {
    boolean byKey = respondent.sessionKey() != null;
    return handle
        .createQuery(
            """
            SELECT s.id, s.event_id FROM event_sessions s JOIN events e ON e.id = s.event_id
            WHERE e.token = :token AND <by> = :value
            ORDER BY s.id
            LIMIT 1
            """)
        .define("by", byKey ? "s.session_key" : "s.user_id")
        .bind("token", respondent.token())
        .bind("value", byKey ? respondent.sessionKey() : respondent.userId())
        .map((row, context) -> new Person(row.getLong("id"), row.getLong("event_id")))
        .findOne()
        .orElseThrow(HttpError::unauthorized);
  }

  private record Person(long sessionId, long eventId) {}
}
