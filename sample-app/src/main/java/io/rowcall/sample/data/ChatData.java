package io.rowcall.sample.data;

import java.sql.SQLException;
import java.time.Instant;

/** Conversations with messages, and the chunks of text that the answers quote. */
final class ChatData {

  private static final int CHUNKS_PER_USER = 20;

  private ChatData() {}

  static void load(LoadContext context) throws SQLException {
    try (var conversations =
            context.into("rag_conversations", "id", "user_id", "title", "created_at");
        var messages =
            context.into(
                "rag_messages", "id", "conversation_id", "author_role", "content", "created_at");
        var chunks = context.into("rag_chunks", "id", "user_id", "meeting_id", "content");
        var sources = context.into("rag_message_sources", "message_id", "chunk_id", "score")) {
      long message = 0;
      for (int u = 0; u < context.volumes().users(); u++) {
        String user = Volumes.userId(u);
        long firstChunk = (long) u * CHUNKS_PER_USER + 1;
        for (int c = 0; c < CHUNKS_PER_USER; c++) {
          chunks.add(firstChunk + c, user, null, "What was said, part " + c + ". ".repeat(40));
        }
        Instant started = context.randomTime(10);
        conversations.add(u + 1, user, "Conversation of " + user, started);
        for (int m = 0; m < context.volumes().ownedBy(u).messages(); m++) {
          message++;
          messages.add(
              message,
              u + 1,
              m % 2 == 0 ? "USER" : "ASSISTANT",
              "Message " + m + " of " + user,
              started.plusSeconds(m * 20L));
          for (int s = 0; s < context.volumes().sources(); s++) {
            sources.add(message, firstChunk + (m * 3 + s) % CHUNKS_PER_USER, 0.9 - s * 0.1);
          }
        }
      }
    }
    context.continueIds("rag_conversations", "rag_messages", "rag_chunks");
  }
}
