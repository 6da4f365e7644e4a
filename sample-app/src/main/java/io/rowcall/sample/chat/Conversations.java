package io.rowcall.sample.chat;

/** Reads conversations. */
interface Conversations {

  /**
   * @param conversationId 0 for the user's newest
   */
  Conversation conversation(String userId, long conversationId) throws Exception;
}
