package io.rowcall.sample.chat;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.http.HttpError;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the conversation, its messages, then the sources of each message: 2 + X statements. */
final class BaselineConversations implements Conversations {

  private final Jdbi jdbi;

  BaselineConversations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Conversation conversation(String userId, long conversationId) {
    return jdbi.withHandle(
        handle -> {
          Conversation found =
              handle
                  .createQuery(
                      """
                      SELECT * FROM rag_conversations
                      WHERE user_id = ? AND (id = ? OR ? = 0)
                      ORDER BY created_at DESC, id DESC
                      LIMIT 1
                      """)
                  .bind(0, userId)
                  .bind(1, conversationId)
                  .bind(2, conversationId)
                  .map(
                      (row, context) ->
                          new Conversation(row.getLong("id"), row.getString("title"), List.of()))
                  .findOne()
                  .orElseThrow(() -> HttpError.notFound("there is no such conversation"));
          List<Conversation.Message> messages =
              handle
                  .createQuery(
                      "SELECT * FROM rag_messages WHERE conversation_id = ? ORDER BY created_at, id")
                  .bind(0, found.id())
                  .map(
                      (row, context) ->
                          new Conversation.Message(
                              row.getLong("id"),
                              row.getString("author_role"),
                              row.getString("content"),
                              Columns.instant(row, "created_at"),
                              List.of()))
                  .list();
          List<Conversation.Message> complete = new ArrayList<>();
          for (Conversation.Message message : messages) {
            complete.add(message.with(sources(handle, message.id())));
          }
          return new Conversation(found.id(), found.title(), complete);
        });
  }

  private static List<Conversation.Source> sources(Handle handle, long messageId) {
    return handle
        .createQuery(
            """
            SELECT s.chunk_id, s.score, c.content
            FROM rag_message_sources s JOIN rag_chunks c ON c.id = s.chunk_id
            WHERE s.message_id = ?
            ORDER BY s.score DESC, s.chunk_id
            """)
        .bind(0, messageId)
        .map(
            (row, context) ->
                new Conversation.Source(
                    row.getLong("chunk_id"), row.getDouble("score"), row.getString("content")))
        .list();
  }
}
