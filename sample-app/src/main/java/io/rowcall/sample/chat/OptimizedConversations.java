package io.rowcall.sample.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.rowcall.sample.db.Columns;
import io.rowcall.sample.db.Parallel;
import io.rowcall.sample.http.HttpError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the conversation with its messages and, at the same time, all sources: 2 statements. */
final class OptimizedConversations implements Conversations {

  private static final String CHOSEN =
      """
      (SELECT id, title FROM rag_conversations
       WHERE user_id = :userId AND (id = :conversationId OR :conversationId = 0)
       ORDER BY created_at DESC, id DESC
       LIMIT 1)
      """;

  private final Jdbi jdbi;
  private final Parallel parallel;

  OptimizedConversations(Jdbi jdbi, Parallel parallel) {
    this.jdbi = jdbi;
    this.parallel = parallel;
  }

  @Override
  public Conversation conversation(String userId, long conversationId) throws Exception {
    return parallel.both(
        () -> messages(userId, conversationId),
        () -> sources(userId, conversationId),
        OptimizedConversations::joined);
  }

  private List<Row> messages(String userId, long conversationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT c.id AS conversation_id, c.title, m.id, m.author_role, m.content, m.created_at
                    FROM <chosen> c
                    LEFT JOIN rag_messages m ON m.conversation_id = c.id
                    ORDER BY m.created_at, m.id
                    """)
                .define("chosen", CHOSEN)
                .bind("userId", userId)
                .bind("conversationId", conversationId)
                .map(
                    (row, context) -> {
                      Instant createdAt = Columns.instantOrNull(row, "created_at");
                      Conversation.Message message =
                          createdAt == null
                              ? null
                              : new Conversation.Message(
                                  row.getLong("id"),
                                  row.getString("author_role"),
                                  row.getString("content"),
                                  createdAt,
                                  List.of());
                      return new Row(
                          row.getLong("conversation_id"), row.getString("title"), message);
                    })
                .list());
  }

  private Map<Long, List<Conversation.Source>> sources(String userId, long conversationId) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT s.message_id, s.chunk_id, s.score, k.content
                        FROM <chosen> c
                        JOIN rag_messages m ON m.conversation_id = c.id
                        JOIN rag_message_sources s ON s.message_id = m.id
                        JOIN rag_chunks k ON k.id = s.chunk_id
                        ORDER BY s.message_id, s.score DESC, s.chunk_id
                        """)
                    .define("chosen", CHOSEN)
                    .bind("userId", userId)
                    .bind("conversationId", conversationId)
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getLong("message_id"),
                                new Conversation.Source(
                                    row.getLong("chunk_id"),
                                    row.getDouble("score"),
                                    row.getString("content"))))
                    .list())
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Conversation joined(List<Row> rows, Map<Long, List<Conversation.Source>> sources) {
    if (rows.isEmpty()) {
      throw HttpError.notFound("there is no such conversation");
    }
    List<Conversation.Message> messages = new ArrayList<>();
    for (Row row : rows) {
      Conversation.Message message = row.message();
      if (message != null) {
        messages.add(message.with(sources.getOrDefault(message.id(), List.of())));
      }
    }
    return new Conversation(rows.get(0).conversationId(), rows.get(0).title(), messages);
  }

  private record Row(long conversationId, String title, Conversation.@Nullable Message message) {}
}
