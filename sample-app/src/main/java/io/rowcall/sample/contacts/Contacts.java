package io.rowcall.sample.contacts;

/** Reads a user's contacts in the order in which they should be called. */
interface Contacts {

  /**
   * @param page from 1
   */
  ContactPage page(String userId, int page, int limit) throws Exception;
}
