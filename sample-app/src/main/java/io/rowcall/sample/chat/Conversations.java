package io.rowcall.sample.chat;

/** Reads conversations. */
interface Conversations {

  /**
   * Returns a conversation.
   *
   * @param conversationId 0 for the user's newest
   */
  Conversation conversation(String userId, long conversationId) throws Exception;
}
