package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Conversations with their messages, and the chunks of text that the answers quote. */
final class ChatData {

  private static final int CHUNKS_PER_USER = 20;

  private ChatData() {}

  static void load(LoadContext loading) throws SQLException {
    try (var conversations =
            loading.into("rag_conversations", "id", "user_id", "title", "created_at");
        var messages =
            loading.into(
                "rag_messages", "id", "conversation_id", "author_role", "content", "created_at");
        var chunks = loading.into("rag_chunks", "id", "user_id", "meeting_id", "content");
        var sources = loading.into("rag_message_sources", "message_id", "chunk_id", "score")) {
      long message = 0;
      for (int u = 0; u < loading.volumes().users(); u++) {
        String user = Volumes.userId(u);
        long firstChunk = (long) u * CHUNKS_PER_USER + 1;
        for (int c = 0; c < CHUNKS_PER_USER; c++) {
          chunks.add(firstChunk + c, user, null, "What was said, part " + c + ". ".repeat(40));
        }
        Instant begun = loading.before(10);
        conversations.add(u + 1, user, "Conversation of " + user, begun);
        for (int m = 0; m < loading.volumes().of(u).messages(); m++) {
          message++;
          messages.add(
              message,
              u + 1,
              m % 2 == 0 ? "USER" : "ASSISTANT",
              "Message " + m + " of " + user,
              begun.plusSeconds(m * 20L));
          for (int s = 0; s < loading.volumes().sources(); s++) {
            sources.add(message, firstChunk + (m * 3 + s) % CHUNKS_PER_USER, 0.9 - s * 0.1);
          }
        }
      }
    }
    loading.continueIds("rag_conversations", "rag_messages", "rag_chunks");
  }
}
