package io.rowcall.sample.chat;

import java.time.Instant;
import java.util.List;

/** Conversation with its messages, oldest first. */
record Conversation(long id, String title, List<Message> messages) {

  /** Message; an answer quotes its sources, best first. */
  record Message(long id, String author, String content, Instant createdAt, List<Source> sources) {

    Message with(List<Source> quoted) {
      return new Message(id, author, content, createdAt, quoted);
    }
  }

  /** Chunk of text that an answer quotes. */
  record Source(long chunkId, double score, String content) {}
}
