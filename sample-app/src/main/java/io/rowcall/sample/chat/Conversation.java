package io.rowcall.sample.chat;

import java.time.Instant;
import java.util.List;

/** A conversation with its messages, oldest first. */
record Conversation(long id, String title, List<Message> messages) {

  /** One message; an answer quotes its sources, the best first. */
  record Message(long id, String author, String content, Instant createdAt, List<Source> sources) {

    Message with(List<Source> quoted) {
      return new Message(id, author, content, createdAt, quoted);
    }
  }

  /** A chunk of text that an answer rests on. */
  record Source(long chunkId, double score, String content) {}
}
